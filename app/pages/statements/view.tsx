import { Layout } from '#design'
import type { Shell } from '#platform/http'
import { STATEMENTS } from './text.ts'

export function StatementPage({ shell, address }: { shell: Shell; address: string }) {
  const statement = STATEMENTS[address]?.[shell.lang]
  if (!statement) throw new Error(`There are no words for ${address}`)
  return (
    <Layout
      shell={shell}
      title={statement.title}
      description={statement.lead}
      crumbs={[{ text: statement.title }]}
    >
      <h1>{statement.title}</h1>
      <p class="lead">{statement.lead}</p>
      {statement.parts.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </Layout>
  )
}
