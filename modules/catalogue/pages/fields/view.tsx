import { Empty, Layout } from '#design'
import type { Shell } from '#platform/http'
import { addressOf } from '../../list-address.ts'
import type { FieldLine } from '../../queries/procedures.ts'
import { en, vi } from './text.ts'

const WORDS = { vi, en }

export function FieldsPage({ shell, fields }: { shell: Shell; fields: readonly FieldLine[] }) {
  const text = WORDS[shell.lang]
  const firstOf = firstOfLetters(fields)
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
          <nav aria-label={text.letters}>
            <ul class="letters">
              {[...firstOf].map(([letter, slug]) => (
                <li key={letter}>
                  <a href={`#${slug}`}>{letter}</a>
                </li>
              ))}
            </ul>
          </nav>
          <ul class="index-list" lang="vi">
            {fields.map(({ slug, name, procedures }) => (
              <li key={slug} id={slug}>
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

/** The first field of each letter. Fields come in Vietnamese order, so that one letter stands together. */
function firstOfLetters(fields: readonly FieldLine[]): ReadonlyMap<string, string> {
  const firstOf = new Map<string, string>()
  for (const { name, slug } of fields) {
    const letter = letterOf(name)
    if (!firstOf.has(letter)) firstOf.set(letter, slug)
  }
  return firstOf
}

/** Ấ and Ả stand under Â and A: the tone is no letter of its own. */
function letterOf(name: string): string {
  const toneless = name.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
  return toneless.normalize('NFC').slice(0, 1).toLocaleUpperCase('vi')
}
