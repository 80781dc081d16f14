import { Layout, StepList, Tag } from '#design'
import type { Shell } from '#platform/http'
import { addressOf } from '../../list-address.ts'
import type { LifeEventPage } from '../../queries/life-events.ts'
import type { ProcedureLine } from '../../queries/procedures.ts'
import { ONLINE_WORDS } from '../../words.ts'
import { words } from '../life-events/text.ts'

type Props = { shell: Shell; event: LifeEventPage; lines: readonly ProcedureLine[] }

/** One life event as paths to walk. A procedure that the catalogue does not hold is left out. */
export function LifeEventView({ shell, event, lines }: Props) {
  const text = words[shell.lang]
  const lineOf = new Map(lines.map((line) => [line.code, line]))
  const paths = event.paths
    .map(({ name, procedures }) => ({ name, lines: procedures.flatMap((code) => lineOf.get(code) ?? []) }))
    .filter((path) => path.lines.length > 0)
  return (
    <Layout
      shell={shell}
      title={event.name[shell.lang]}
      description={event.summary[shell.lang]}
      crumbs={[
        { text: text.home, href: '/' },
        { text: text.title, href: '/su-kien' },
        { text: event.name[shell.lang] },
      ]}
    >
      <h1>{event.name[shell.lang]}</h1>
      <p class="lead">{event.summary[shell.lang]}</p>
      {paths.length === 0 && <p>{text.noPaths}</p>}
      {paths.map((path) => (
        <section key={path.name.vi}>
          <h2>{path.name[shell.lang]}</h2>
          <StepList
            steps={path.lines.map((line) => ({
              children: (
                <p>
                  <a href={`/thu-tuc/${line.code}`}>{line.name}</a>{' '}
                  {line.onlineLevel !== 'information' && (
                    <Tag tone="good">{ONLINE_WORDS[shell.lang][line.onlineLevel]}</Tag>
                  )}
                </p>
              ),
            }))}
          />
        </section>
      ))}
      <p>
        <a href={addressOf({ q: '', filters: { lifeEvent: [event.slug] } })}>{text.all}</a>
      </p>
    </Layout>
  )
}
