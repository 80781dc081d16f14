import type { SummaryRow } from '#design'
import { addDays, type CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import { type Agency, type AgencyBrief, type AgencyUnit, agencyAddress } from '../../agency.ts'
import { AGENCY_LEVEL_WORDS, KIND_WORDS, nameIn, STATUS_WORDS } from '../../agency-words.ts'
import { words } from './text.ts'

/** The name of an agency, leading to its page. */
export function AgencyLink({ agency, lang }: { agency: AgencyBrief; lang: Lang }) {
  return <a href={agencyAddress(agency.handle)}>{nameIn(lang, agency)}</a>
}

/** Codes of units were given to others: the unit of an agency that is gone is asked for on its last day. */
function UnitLink({ unit, dissolvedOn }: { unit: AgencyUnit; dissolvedOn: CivilDate | undefined }) {
  const day = dissolvedOn ? `?ngay=${addDays(dissolvedOn, -1)}` : ''
  return (
    <a href={`/don-vi-hanh-chinh/${unit.code}${day}`} lang="vi">
      {unit.name}
    </a>
  )
}

/** What is known of an agency, line by line. */
export function facts(agency: Agency, lang: Lang): SummaryRow[] {
  const text = words[lang]
  const { codes, parent, unit } = agency
  const former = agency.names.slice(0, -1)
  const spelled = (format: 'v1' | 'v2') => codes.find((code) => code.format === format)
  const v1 = spelled('v1')
  const isUnchecked = codes.some(({ confidence }) => confidence !== 'sure')
  return [
    {
      key: text.code,
      value: (
        <>
          <span class="code">{spelled('v2')?.code ?? text.noCode}</span>
          {isUnchecked && <span class="quiet"> {text.unchecked}</span>}
        </>
      ),
    },
    ...(v1 ? [{ key: text.codeV1, value: <span class="code">{v1.code}</span> }] : []),
    { key: text.kind, value: KIND_WORDS[lang][agency.kind] },
    { key: text.level, value: AGENCY_LEVEL_WORDS[lang][agency.level] },
    { key: text.status, value: STATUS_WORDS[lang][agency.status] },
    ...(parent ? [{ key: text.parent, value: <AgencyLink agency={parent} lang={lang} /> }] : []),
    ...(unit ? [{ key: text.unit, value: <UnitLink unit={unit} dissolvedOn={agency.dissolvedOn} /> }] : []),
    ...(former.length > 0
      ? [{ key: text.formerNames, value: <FormerNames names={former} lang={lang} /> }]
      : []),
  ]
}

function FormerNames({ names, lang }: { names: Agency['names']; lang: Lang }) {
  return (
    <>
      {names.map(({ validTo, ...name }) => (
        <div key={name.name}>
          {nameIn(lang, name)}
          {validTo && <span class="quiet"> ({words[lang].until(formatDate(validTo))})</span>}
        </div>
      ))}
    </>
  )
}
