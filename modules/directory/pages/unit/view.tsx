import { type Crumb, Layout, Notice, Summary, type SummaryRow } from '#design'
import { addDays } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import { type Unit, unitPath } from '../../units.ts'
import type { UnitStory } from '../../units-find.ts'
import { Became, unitHref } from '../unit-finder/candidate.tsx'
import { words as finderWords } from '../unit-finder/text.ts'
import { History } from './history.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly story: UnitStory
  /** The units right below, on the unit's last day or today. */
  readonly within: readonly Unit[]
}

/** Một đơn vị hành chính: what it is, what it was formed from, what it became, and what lies within. */
export function UnitPage({ shell, story, within }: Props) {
  const text = words[shell.lang]
  const { unit, isCurrent, today } = story
  return (
    <Layout
      shell={shell}
      title={unitPath(unit)}
      description={text.description(unitPath(unit), unit.code)}
      crumbs={crumbsOf(unit, text.finder)}
    >
      <h1>{unit.name}</h1>
      {!isCurrent && unit.validTo && (
        <Notice kind="warning" title={text.ended(formatDate(unit.validTo))}>
          <Became candidate={{ unit, isCurrent, today }} text={finderWords[shell.lang]} />
        </Notice>
      )}
      <Summary rows={facts(unit, shell.lang)} />
      <OtherMeanings story={story} lang={shell.lang} />
      <History story={story} lang={shell.lang} />
      <Within unit={unit} units={within} lang={shell.lang} />
      <p>
        <a href="/don-vi-hanh-chinh">{text.another}</a>
      </p>
    </Layout>
  )
}

function crumbsOf({ name, parents, validTo }: Unit, finder: string): readonly Crumb[] {
  const above = [...parents].reverse().map((parent) => ({
    text: parent.name,
    // On the unit's last day the code still meant its parent.
    href: unitHref({ code: parent.code, ...(validTo ? { validTo } : {}) }),
  }))
  return [{ text: finder, href: '/don-vi-hanh-chinh' }, ...above, { text: name }]
}

function facts(unit: Unit, lang: Lang): readonly SummaryRow[] {
  const text = words[lang]
  const { code, kind, parents, validFrom, validTo, legalBasis } = unit
  const time = [
    validFrom && text.from(formatDate(validFrom)),
    validTo ? text.until(formatDate(addDays(validTo, -1))) : text.untilNow,
  ]
  return [
    { key: text.code, value: code },
    { key: text.kind, value: text.kinds[kind] },
    ...(parents.length > 0 ? [{ key: text.parent, value: parents.map(({ name }) => name).join(', ') }] : []),
    { key: text.time, value: time.filter(Boolean).join(' ') },
    ...(legalBasis ? [{ key: text.basis, value: legalBasis }] : []),
  ]
}

/** Mã dùng lại: the same code names another unit before or after. */
function OtherMeanings({ story, lang }: { story: UnitStory; lang: Lang }) {
  const text = words[lang]
  const { unit, otherMeanings } = story
  if (otherMeanings.length === 0) return null
  return (
    <Notice kind="info" title={text.otherMeaning(unit.code)}>
      {otherMeanings.map((other) => (
        <p key={other.validFrom ?? ''}>
          {other.validTo && (!unit.validTo || other.validTo < unit.validTo)
            ? text.meantBefore(unit.code, formatDate(other.validTo))
            : text.meansSince(unit.code, other.validFrom ? formatDate(other.validFrom) : '')}{' '}
          <a href={unitHref(other)}>{unitPath(other)}</a>.
        </p>
      ))}
    </Notice>
  )
}

function Within({ unit, units, lang }: { unit: Unit; units: readonly Unit[]; lang: Lang }) {
  const text = words[lang]
  if (units.length === 0) return null
  const title = unit.validTo ? text.withinThen(formatDate(addDays(unit.validTo, -1))) : text.within
  return (
    <section>
      <h2>{title}</h2>
      <p>{text.withinCount(units.length)}</p>
      <ul class="index-list">
        {units.map((one) => (
          <li key={one.code}>
            <a href={unitHref(one)}>{one.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
