import { BackLink, Layout, LinkButton, ShareRow } from '#design'
import type { Shell } from '#platform/http'
import type { PlaceAnswer } from '../../find-place.ts'
import type { Procedure } from '../../revision.ts'
import { Papers } from '../procedure/papers.tsx'
import { PlaceSection } from '../procedure/place.tsx'
import { MethodsTable } from '../procedure/sections.tsx'
import { en, vi } from './text.ts'

const WORDS = { vi, en }

type Props = { shell: Shell; procedure: Procedure; place: PlaceAnswer }

/** What to take where, for one procedure: a page to print. */
export function FilingPage({ shell, procedure, place }: Props) {
  const text = WORDS[shell.lang]
  const { code, content } = procedure
  const channels = [...new Set(content.methods.map(({ channel }) => channel))]
  return (
    <Layout
      shell={shell}
      title={`${text.title}: ${content.name}`}
      crumbs={[
        { text: text.home, href: '/' },
        { text: text.procedures, href: '/thu-tuc' },
        { text: text.title },
      ]}
    >
      <BackLink href={`/thu-tuc/${code}`} text={text.back} />
      <h1>{text.title}</h1>
      <p class="lead">
        {text.lead} <strong lang="vi">{content.name}</strong>
      </p>
      {content.onlineLevel !== 'information' && (
        <p class="screen-only">
          <LinkButton href={onlineHref(code, place)}>{text.online}</LinkButton>
        </p>
      )}
      <section id="noi-nop">
        <h2>{text.where}</h2>
        <PlaceSection action={`/thu-tuc/${code}/nop`} place={place} lang={shell.lang} />
      </section>
      <section>
        <h2>{text.papers}</h2>
        <p class="quiet screen-only">{text.papersHint}</p>
        <Papers cases={content.cases} lang={shell.lang} />
      </section>
      <section>
        <h2>{text.channel}</h2>
        <ul>
          {channels.map((channel) => (
            <li key={channel}>{text.channels[channel]}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.due}</h2>
        <MethodsTable content={content} lang={shell.lang} />
        <p>
          <a href="/ngay-lam-viec">{text.dueHint}</a>. {text.follow} <a href="/tra-cuu">{text.track}</a>.
        </p>
      </section>
      <ShareRow title={content.name} url={shell.path} />
    </Layout>
  )
}

/** Nộp trực tuyến, with the place that was typed already. */
function onlineHref(code: string, place: PlaceAnswer): string {
  const path = `/nop-ho-so/${code}`
  return place.kind === 'found' ? `${path}?noi=${encodeURIComponent(place.typed)}` : path
}
