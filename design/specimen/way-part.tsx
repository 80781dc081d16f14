import { Button, ButtonRow, LinkButton } from '../forms/button.tsx'
import { PostForm } from '../forms/post-form.tsx'
import { SearchBox } from '../forms/search-box.tsx'
import { BackLink } from '../page/back-link.tsx'
import { Crumbs } from '../page/crumbs.tsx'
import { Hero } from '../page/hero.tsx'
import { ShareRow } from '../show/share-row.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

export function WayPart({ text }: PartProps) {
  const words = text.way
  const [section = '', group = '', page = ''] = words.crumbItems
  return (
    <>
      <Sample name={words.buttons} note={text.states.focus}>
        <PostForm action="/design" token="">
          <ButtonRow>
            <Button type="button">{words.submit}</Button>
            <Button type="button" kind="secondary">
              {words.save}
            </Button>
            <Button type="button" kind="danger" context="don-de-nghi.pdf">
              {words.remove}
            </Button>
            <Button type="button" kind="quiet">
              {words.cancel}
            </Button>
          </ButtonRow>
        </PostForm>
        <ButtonRow>
          <Button type="button" isDisabled>
            {words.waiting}
          </Button>
          <LinkButton href="#duong-di">{words.link}</LinkButton>
          <LinkButton href="#duong-di" kind="secondary">
            {words.link}
          </LinkButton>
        </ButtonRow>
      </Sample>
      <Sample name={words.plain}>
        <p>
          {words.plainText} <a href="#duong-di">{words.plainLink}</a>.
        </p>
      </Sample>
      <Sample name={words.back}>
        <BackLink href="#duong-di" />
      </Sample>
      <Sample name={words.crumbs}>
        <Crumbs
          label={`${words.crumbs} 2`}
          crumbs={[{ text: section, href: '#duong-di' }, { text: group, href: '#duong-di' }, { text: page }]}
        />
      </Sample>
      <Sample name={words.search}>
        <SearchBox id="sample-search" action="/thu-tuc" label={words.searchLabel} hint={words.searchHint} />
        <SearchBox id="sample-search-large" action="/thu-tuc" label={words.searchLarge} size="large" />
      </Sample>
      <Sample name={words.hero}>
        <Hero level={2} title={words.heroTitle} lead={words.heroLead}>
          <SearchBox id="sample-search-hero" action="/thu-tuc" label={words.heroLabel} size="large" />
        </Hero>
      </Sample>
      <Sample name={words.share}>
        <ShareRow title={page} url="https://motcua.example/thu-tuc/1.001193" />
      </Sample>
    </>
  )
}
