import { Tag } from '#design'
import { addDays } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Candidate } from '../../resolve-unit-candidates.ts'
import { type Unit, unitPath } from '../../units.ts'
import { isSameBareName } from '../../units-name.ts'
import { MergePicture } from './merge-picture.tsx'
import type { UnitFinderText } from './text.ts'

type Props = {
  readonly candidate: Candidate
  readonly text: UnitFinderText
  readonly hasPicture: boolean
}

/** One unit that the text may mean, and in a sentence what it is today. */
export function CandidateItem({ candidate, text, hasPicture }: Props) {
  const { unit, isCurrent, today } = candidate
  const parents = unit.parents.map(({ name }) => name).join(', ')
  return (
    <li>
      <h3 class="result-title">
        {'code' in unit ? <a href={unitHref(unit)}>{unit.name}</a> : unit.name}{' '}
        <Tag tone={isCurrent ? 'good' : 'neutral'}>{isCurrent ? text.current : text.past}</Tag>
      </h3>
      <p class="result-meta">{[parents, ...timeAndCode(unit, text)].filter(Boolean).join(' · ')}</p>
      <Became candidate={candidate} text={text} />
      {hasPicture && !isCurrent && (
        <MergePicture from={[unit.name]} into={today.map(({ name }) => name)} andMore={text.andMore} />
      )}
    </li>
  )
}

/** Nay là, nay thuộc: what the unit is today, in one sentence and, where there are several, a list. */
export function Became({ candidate: { unit, isCurrent, today }, text }: Pick<Props, 'candidate' | 'text'>) {
  if (isCurrent) return <p>{text.isCurrent}</p>
  const [only, ...others] = today
  if (!only) return null
  if (others.length === 0) {
    const isSame = isSameBareName(unit, only)
    return (
      <p>
        {isSame ? text.is : text.belongs} <a href={unitHref(only)}>{unitPath(only)}</a>
        {only.validFrom && `, ${text.since(formatDate(only.validFrom))}`}.
      </p>
    )
  }
  return (
    <>
      <p>{unit.level === 'district' ? text.district(today.length) : text.divided(today.length)}</p>
      <ul class="index-list">
        {today.map((now) => (
          <li key={now.code}>
            <a href={unitHref(now)}>{now.name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function timeAndCode(unit: Candidate['unit'], text: UnitFinderText): readonly string[] {
  if (!('code' in unit)) return [text.noCode]
  const until = unit.validTo && text.until(formatDate(addDays(unit.validTo, -1)))
  return [text.code(unit.code), unit.validFrom && text.since(formatDate(unit.validFrom)), until].filter(
    (part) => part !== undefined,
  )
}

/** The page of a unit. A code of the past needs a day on which it meant that unit. */
export function unitHref({ code, validTo }: Pick<Unit, 'code' | 'validTo'>): string {
  const page = `/don-vi-hanh-chinh/${code}`
  return validTo ? `${page}?ngay=${addDays(validTo, -1)}` : page
}
