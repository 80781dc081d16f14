import { Layout } from '#design'
import type { Shell } from '#platform/http'
import type { LifeEventPage } from '../../queries/life-events.ts'
import { LifeEventCards } from './cards.tsx'
import { words } from './text.ts'

export function LifeEventsPage({ shell, events }: { shell: Shell; events: readonly LifeEventPage[] }) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      description={text.lead}
      crumbs={[{ text: text.home, href: '/' }, { text: text.title }]}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {(['citizen', 'business'] as const).map((audience) => (
        <section key={audience}>
          <h2>{text[audience]}</h2>
          <LifeEventCards events={events.filter((event) => event.audience === audience)} lang={shell.lang} />
        </section>
      ))}
    </Layout>
  )
}
