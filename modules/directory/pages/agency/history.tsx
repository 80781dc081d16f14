import { Table } from '#design'
import { formatDate } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import { type Agency, agencyAddress, type Succession } from '../../agency.ts'
import { nameIn } from '../../agency-words.ts'
import { words } from './text.ts'

/** What the agency took over, and what it became, each with its day and legal source. */
export function History({ agency, lang }: { agency: Agency; lang: Lang }) {
  const text = words[lang]
  const { predecessors, successors } = agency
  if (predecessors.length === 0 && successors.length === 0) return null
  return (
    <>
      <h2>{text.history}</h2>
      <Successions title={text.becameOf} rows={successors} lang={lang} />
      <Successions title={text.tookOver} rows={predecessors} lang={lang} />
    </>
  )
}

function Successions({ title, rows, lang }: { title: string; rows: readonly Succession[]; lang: Lang }) {
  const text = words[lang]
  if (rows.length === 0) return null
  const { columns } = text
  return (
    <Table
      caption={title}
      columns={[
        { head: columns.agency },
        { head: columns.on },
        { head: columns.scope },
        { head: columns.source },
      ]}
      rows={rows.map(({ agency, on, scope, scopeEn, legalSource, confidence }) => [
        <a key="agency" href={agencyAddress(agency.handle)}>
          {nameIn(lang, agency)}
        </a>,
        formatDate(on),
        (lang === 'vi' ? scope : scopeEn) ?? text.whole,
        confidence === 'sure' ? legalSource : `${legalSource} ${text.recalled}`,
      ])}
    />
  )
}
