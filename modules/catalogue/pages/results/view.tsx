import { Chips, Columns, Empty, Layout, Pagination, Result, ResultList, SearchBox, Tag } from '#design'
import type { Lasting } from '#platform/html-text'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import type { Found, FoundLine } from '../../find-procedures.ts'
import { addressOf, type ListQuestion, PARAM_OF, toggled } from '../../list-address.ts'
import { FACETS, type Facet } from '../../search/document.ts'
import { LEVEL_WORDS, ONLINE_WORDS } from '../../words.ts'
import { Facets, type NameOf, valueWords } from './facets.tsx'
import { en, vi } from './text.ts'

const WORDS = { vi, en }
const MOST_SHOWN_QUERY = 120

type Props = { shell: Shell; question: ListQuestion; found: Found; nameOf: NameOf }

export function ResultsPage({ shell, question, found, nameOf }: Props) {
  const text = WORDS[shell.lang]
  const q = question.q.length > MOST_SHOWN_QUERY ? `${question.q.slice(0, MOST_SHOWN_QUERY)}…` : question.q
  const title = text.title(q)
  const hasFilters = FACETS.some((facet) => question.filters[facet]?.length)
  return (
    <Layout
      shell={shell}
      title={title}
      description={text.description}
      hidesSearch
      crumbs={[{ text: text.home, href: '/' }, { text: text.crumb }]}
    >
      <h1>{title}</h1>
      <SearchBox action="/thu-tuc" label={text.search} hint={text.hint} value={question.q} size="large">
        <KeptFilters question={question} />
      </SearchBox>
      <Understanding found={found} question={question} lang={shell.lang} />
      <Chips
        items={FACETS.flatMap((facet) =>
          (question.filters[facet] ?? []).map((value) => ({
            text: `${text.facets[facet]}: ${valueWords(shell.lang, facet, value, nameOf)}`,
            removeHref: addressOf(toggled(question, facet, value)),
          })),
        )}
        clearHref={addressOf({ q: question.q, filters: {} })}
      />
      {found.lines.length === 0 ? (
        <NothingFound found={found} question={question} hasFilters={hasFilters} lang={shell.lang} />
      ) : (
        <Columns
          isAsideFirst={false}
          asideLabel={text.filters}
          aside={<Facets question={question} facets={found.facets} lang={shell.lang} nameOf={nameOf} />}
        >
          <p class="quiet" role="status">
            {text.found(found.total.toLocaleString('vi-VN'))}
          </p>
          <ResultList>
            {found.lines.map((one) => (
              <FoundProcedure key={one.line.code} {...one} lang={shell.lang} />
            ))}
          </ResultList>
          <Pages question={question} found={found} lang={shell.lang} />
        </Columns>
      )}
    </Layout>
  )
}

function KeptFilters({ question }: { question: ListQuestion }) {
  return (
    <>
      {FACETS.flatMap((facet) =>
        (question.filters[facet] ?? []).map((value) => (
          <input
            key={`${facet} ${value}`}
            type="hidden"
            name={PARAM_OF[facet]}
            value={paramValue(facet, value)}
          />
        )),
      )}
    </>
  )
}

function paramValue(facet: Facet, value: string): string {
  const address = addressOf({ q: '', filters: { [facet]: [value] } })
  return new URLSearchParams(address.split('?')[1]).get(PARAM_OF[facet]) ?? value
}

function Understanding({
  found,
  question,
  lang,
}: {
  found: Found
  question: ListQuestion
  lang: 'vi' | 'en'
}) {
  const text = WORDS[lang]
  const { correctedQuery, understoodAs = '' } = found
  if (correctedQuery) {
    return (
      <p class="understanding">
        {text.corrected}{' '}
        <a href={addressOf({ ...question, q: correctedQuery })}>
          <strong>{correctedQuery}</strong>
        </a>
      </p>
    )
  }
  // More words explain an abbreviation; fewer would be a riddle.
  if (understoodAs.length <= question.q.length) return null
  return (
    <p class="understanding">
      {text.understood} <strong>{understoodAs}</strong>
    </p>
  )
}

type FoundProps = FoundLine & { readonly lang: Lang }

/** A row of the catalogue says the same in every list that finds it for the same reason. */
const FoundProcedure: Lasting<FoundProps> = Object.assign(ResultOfProcedure, {
  keyOf: ({ lang, why }: FoundProps) => `${lang} ${why.matched} ${why.text ?? ''}`,
  madeOf: ({ line }: FoundProps) => line,
})

function ResultOfProcedure({ line, why, lang }: FoundProps) {
  const text = WORDS[lang]
  const words =
    why.matched in text.matchedIn ? text.matchedIn[why.matched as keyof typeof text.matchedIn] : undefined
  return (
    <Result
      title={<span lang="vi">{line.name}</span>}
      href={`/thu-tuc/${line.code}`}
      meta={
        <>
          <span class="code">{line.code}</span> ·{' '}
          <span lang="vi">
            {line.fieldName} · {line.ownerName}
          </span>
        </>
      }
    >
      <p class="result-facts">
        {line.status === 'abolished' && <Tag tone="late">{text.abolished}</Tag>}{' '}
        <Tag tone={line.onlineLevel === 'information' ? 'neutral' : 'good'}>
          {ONLINE_WORDS[lang][line.onlineLevel]}
        </Tag>{' '}
        {line.levels.map((level) => (
          <>
            <Tag key={level}>{LEVEL_WORDS[lang][level as keyof typeof LEVEL_WORDS.vi] ?? level}</Tag>{' '}
          </>
        ))}
        {words && (
          <span class="quiet">
            {words} {why.matched === 'code' ? '' : why.text}
          </span>
        )}
      </p>
    </Result>
  )
}

function Pages({ question, found, lang }: { question: ListQuestion; found: Found; lang: 'vi' | 'en' }) {
  const text = WORDS[lang]
  const total = found.total.toLocaleString('vi-VN')
  return (
    <Pagination
      previousHref={found.before > 0 ? addressOf(question) : undefined}
      nextHref={found.nextCursor && addressOf(question, found.nextCursor)}
      summary={text.shown(found.before + 1, found.before + found.lines.length, total)}
    />
  )
}

type NothingProps = { found: Found; question: ListQuestion; hasFilters: boolean; lang: 'vi' | 'en' }

function NothingFound({ found, question, hasFilters, lang }: NothingProps) {
  const text = WORDS[lang]
  return (
    <Empty title={text.none}>
      <p>{text.noneWhy}</p>
      {hasFilters && (
        <p>
          <a href={addressOf({ q: question.q, filters: {} })}>{text.withoutFilters}</a>
        </p>
      )}
      {found.near.length > 0 && (
        <>
          <h2>{text.near}</h2>
          <ul>
            {found.near.map(({ text: words, kind, target }) => (
              <li key={target}>
                <a lang="vi" href={kind === 'procedure' ? `/thu-tuc/${target}` : `/su-kien/${target}`}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{text.ways}</h2>
      <ul>
        {text.links.map(({ text: words, href }) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </Empty>
  )
}
