import { Layout, LinkButton, Notice } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Official } from '../../officials/official.ts'
import { ADMINISTRATION, officialPath } from './desk.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly official: Official
  /** The whole address. */
  readonly link: string
  readonly until: Date
}

/** The one page that ever shows the link of an invitation. */
export function LinkPage({ shell, official, link, until }: Props) {
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: ADMINISTRATION }, { text: text.linkTitle }]
  return (
    <Layout shell={shell} title={text.linkTitle} crumbs={crumbs}>
      <h1>{text.linkTitle}</h1>
      <Notice kind="warning" title={text.linkOnce} isAnswer>
        <p>{text.linkHow(official.name)}</p>
      </Notice>
      <p>
        <span class="code code--long">{link}</span>
      </p>
      <p>
        {text.linkUntil}: {formatMoment(until)}
      </p>
      <LinkButton href={officialPath(official.accountId)} kind="secondary">
        {text.toOfficial}
      </LinkButton>
    </Layout>
  )
}
