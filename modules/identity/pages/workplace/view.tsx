import { Card, Empty, Grid, Layout } from '#design'
import type { Shell } from '#platform/http'
import type { NamedDesk } from '../../at-desk.ts'
import { type WorkplaceText, words } from './text.ts'

export type WorkplaceLink = { readonly href: string; readonly word: keyof WorkplaceText['links'] }

type Props = {
  readonly shell: Shell
  readonly desks: readonly NamedDesk[]
  readonly links: readonly WorkplaceLink[]
}

export function WorkplacePage({ shell, desks, links }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      {desks.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      ) : (
        <>
          <p class="lead">{text.lead}</p>
          <h2>{text.posts}</h2>
          <ul>
            {desks.map(({ agency, agencyName, title }) => (
              <li key={agency} lang="vi">
                {title}, {agencyName}
              </li>
            ))}
          </ul>
        </>
      )}
      <Grid>
        {links.map(({ href, word }) => (
          <Card key={href} level={2} title={text.links[word][0]} href={href}>
            <p>{text.links[word][1]}</p>
          </Card>
        ))}
      </Grid>
    </Layout>
  )
}
