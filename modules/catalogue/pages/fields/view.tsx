import { Empty, Layout } from '#design'
import type { Shell } from '#platform/http'
import { addressOf } from '../../list-address.ts'
import type { FieldLine } from '../../queries/procedures.ts'
import { en, vi } from './text.ts'

const WORDS = { vi, en }

export function FieldsPage({ shell, fields }: { shell: Shell; fields: readonly FieldLine[] }) {
  const text = WORDS[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      description={text.lead}
      crumbs={[{ text: text.home, href: '/' }, { text: text.title }]}
    >
      <h1>{text.title}</h1>
      {fields.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneHint}</p>
        </Empty>
      ) : (
        <>
          <p class="lead">{text.lead}</p>
          <ul class="index-list">
            {fields.map(({ slug, name, procedures }) => (
              <li key={slug}>
                <a href={addressOf({ q: '', filters: { field: [slug] } })}>{name}</a>{' '}
                <span class="quiet tabular">{procedures.toLocaleString('vi-VN')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}
