import { Details, Empty, Layout, Notice, SearchBox } from '#design'
import type { Shell } from '#platform/http'
import type { ProvinceRow } from '../../queries/units.ts'
import type { Resolution } from '../../resolve-unit.ts'
import { CandidateItem } from './candidate.tsx'
import { type UnitFinderText, words } from './text.ts'

const MOST_PICTURES = 3
const MANY = 6

type Props = {
  readonly shell: Shell
  readonly q: string
  /** Absent: nothing was asked yet. */
  readonly found: Resolution | undefined
  readonly provinces: readonly ProvinceRow[]
}

/** Tra cứu đơn vị hành chính xưa và nay. */
export function UnitFinderPage({ shell, q, found, provinces }: Props) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={found ? text.titleFor(q) : text.title}
      description={text.description}
      crumbs={[{ text: text.title }]}
      hidesSearch
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <SearchBox
        action="/don-vi-hanh-chinh"
        label={text.search}
        hint={text.hint}
        value={q}
        suggest={false}
        size="large"
      />
      {found && <Results q={q} found={found} text={text} />}
      <h2>{text.browse}</h2>
      <p>{text.browseLead}</p>
      <ul class="index-list">
        {provinces.map(({ code, name, communes }) => (
          <li key={code}>
            <a href={`/don-vi-hanh-chinh/${code}`}>{name}</a> <span class="quiet tabular">{communes}</span>
          </li>
        ))}
      </ul>
      <Details summary={text.about}>
        {text.aboutText.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Details>
    </Layout>
  )
}

function Results({ q, found, text }: { q: string; found: Resolution; text: UnitFinderText }) {
  const { understanding, candidates, ignored } = found
  if (understanding === 'nothing') return <Nothing q={q} found={found} text={text} />
  return (
    <section>
      <h2>{text.results}</h2>
      <p role="status">{text.count(candidates.length, ignored)}</p>
      {understanding === 'near' && <Notice kind="info">{text.near}</Notice>}
      {candidates.length > MANY && <p>{text.tooMany}</p>}
      <ol class="results">
        {candidates.map((candidate) => (
          <CandidateItem
            key={keyOf(candidate.unit)}
            candidate={candidate}
            text={text}
            hasPicture={candidates.length <= MOST_PICTURES && candidate.unit.level !== 'district'}
          />
        ))}
      </ol>
    </section>
  )
}

function Nothing({ q, found, text }: { q: string; found: Resolution; text: UnitFinderText }) {
  return (
    <Empty title={text.nothing(q)}>
      <p>{text.nothingHint}</p>
      {found.suggestions.length > 0 && (
        <>
          <p>{text.suggestions}</p>
          <ul>
            {found.suggestions.map((path) => (
              <li key={path}>
                <a href={`/don-vi-hanh-chinh?q=${encodeURIComponent(path)}`}>{path}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Empty>
  )
}

function keyOf(unit: Resolution['candidates'][number]['unit']): string {
  return 'code' in unit ? `${unit.level} ${unit.code} ${unit.validFrom}` : unit.id
}
