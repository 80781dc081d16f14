import { Facet as FacetList } from '#design'
import type { Lang } from '#platform/lang'
import { addressesWithOneMore, addressOf, type ListQuestion, toggled } from '../../list-address.ts'
import { FACETS, type Facet, type FacetCounts } from '../../search/document.ts'
import { LEVEL_WORDS, ONLINE_WORDS } from '../../words.ts'
import { en, vi } from './text.ts'

const WORDS = { vi, en }
const SHOWN = 6

/** What a value of a dimension is called: the name behind a code or a slug. */
export type NameOf = (facet: Facet, value: string, lang: Lang) => string | undefined

type Props = { question: ListQuestion; facets: FacetCounts; lang: Lang; nameOf: NameOf }

/** Bộ lọc: for each dimension its most frequent values, the rest folded away. Links, so that no script is needed. */
export function Facets({ question, facets, lang, nameOf }: Props) {
  const text = WORDS[lang]
  return (
    <>
      {FACETS.map((facet) => {
        const chosen = question.filters[facet] ?? []
        const withOneMore = addressesWithOneMore(question, facet)
        const options = facets[facet].map(({ value, count }) => ({
          text: valueWords(lang, facet, value, nameOf),
          href: chosen.includes(value) ? addressOf(toggled(question, facet, value)) : withOneMore(value),
          count,
          isChosen: chosen.includes(value),
        }))
        if (options.length === 0) return null
        const rest = options.slice(SHOWN)
        return (
          <FacetList
            key={facet}
            title={text.facets[facet]}
            options={options.slice(0, SHOWN)}
            more={rest.length > 0 ? { text: text.more(rest.length), options: rest } : undefined}
          />
        )
      })}
    </>
  )
}

export function valueWords(lang: Lang, facet: Facet, value: string, nameOf: NameOf): string {
  const words: Readonly<Record<string, string>> =
    facet === 'level' ? LEVEL_WORDS[lang] : facet === 'onlineLevel' ? ONLINE_WORDS[lang] : {}
  return (Object.hasOwn(words, value) ? words[value] : nameOf(facet, value, lang)) ?? value
}
