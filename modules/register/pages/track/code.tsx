import { Summary, type SummaryRow } from '#design'
import { agencyAddress, agencyNameIn, type NamedAgency } from '#directory'
import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { DossierCodeReading } from '#kernel/dossier-code'
import type { Lang } from '#platform/lang'
import { words } from './text.ts'

type KnownReading = Extract<DossierCodeReading, { shape: 'known' }>

type Props = {
  readonly reading: KnownReading
  readonly named: NamedAgency | undefined
  readonly today: CivilDate
  readonly lang: Lang
}

/** What a code says about itself. For display only: nothing about a dossier follows from it. */
export function WhatTheCodeSays({ reading, named, today, lang }: Props) {
  const text = words[lang]
  const { receivedOn } = reading
  const rows: SummaryRow[] = [
    { key: text.code, value: <span class="code">{reading.code}</span> },
    { key: text.agency, value: <AgencyInCode code={reading.agency.code} named={named} lang={lang} /> },
    ...(receivedOn
      ? [
          {
            key: text.day,
            value:
              receivedOn > today ? `${formatDate(receivedOn)}. ${text.dayAhead}` : formatDate(receivedOn),
          },
        ]
      : []),
    { key: text.sequence, value: reading.sequence },
  ]
  return (
    <>
      <h2>{text.names}</h2>
      <Summary rows={rows} />
      <p class="quiet">{text.display}</p>
    </>
  )
}

function AgencyInCode({ code, named, lang }: { code: string; named: NamedAgency | undefined; lang: Lang }) {
  const text = words[lang]
  if (!named) return <>{text.unknownAgency(code)}</>
  const { agency, isExact } = named
  return (
    <>
      {!isExact && `${text.agencyAbove(code)} `}
      <a href={agencyAddress(agency.handle)}>{agencyNameIn(lang, agency)}</a>
      {agency.presentSuccessors
        .filter(({ takesAll }) => takesAll)
        .map(({ agency: heir }) => (
          <span key={heir.handle}>
            {` (${text.now}: `}
            <a href={agencyAddress(heir.handle)}>{agencyNameIn(lang, heir)}</a>)
          </span>
        ))}
    </>
  )
}
