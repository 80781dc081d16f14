import { Details } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import type { PastStep } from '../../queries/units-lineage.ts'
import { type Unit, unitPath } from '../../units.ts'
import type { UnitStory } from '../../units-find.ts'
import { unitHref } from '../unit-finder/candidate.tsx'
import { MergePicture } from '../unit-finder/merge-picture.tsx'
import { words as finderWords } from '../unit-finder/text.ts'
import { words } from './text.ts'

/** What the unit was formed from: one section for each day on which something changed, the latest first. */
export function History({ story, lang }: { story: UnitStory; lang: Lang }) {
  const text = words[lang]
  const { unit, past, formerCommunes } = story
  if (past.length === 0 && formerCommunes.length === 0) return null
  return (
    <section>
      <h2>{text.past}</h2>
      {changesOf(story).map((change) => (
        <ChangeSection key={change.on} change={change} lang={lang} />
      ))}
      {past.length > 0 && unit.level === 'commune' && <p class="quiet">{text.caution}</p>}
      {formerCommunes.length > 0 && (
        <Details summary={text.formerCommunes(formerCommunes.length)}>
          <ul class="plain-links">
            {formerCommunes.map(({ id, name, districtName, provinceName }) => (
              <li key={id}>{[name, districtName, provinceName].join(', ')}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

type Change = {
  readonly on: CivilDate
  readonly into: Unit
  readonly from: readonly Unit[]
  readonly districts: readonly Unit[]
}

/** The latest change made the unit itself; an earlier one made what became it. */
function changesOf({ unit, past }: UnitStory): readonly Change[] {
  const byDay = Map.groupBy(past, ({ on }) => on)
  return [...byDay].map(([on, steps]) => ({
    on,
    into: past.find((step) => step.unit.validFrom === on)?.unit ?? unit,
    from: unitsOf(steps, 'succeeds'),
    districts: unitsOf(steps, 'covers'),
  }))
}

function unitsOf(steps: readonly PastStep[], manner: PastStep['manner']): readonly Unit[] {
  return steps.filter((step) => step.manner === manner).map(({ unit }) => unit)
}

function ChangeSection({ change: { on, into, from, districts }, lang }: { change: Change; lang: Lang }) {
  const text = words[lang]
  const [first, ...others] = from
  const isAlone = first !== undefined && others.length === 0
  const isSame = isAlone && first.name === into.name && first.code === into.code
  const lead = isAlone ? (isSame ? text.unchanged : text.renamed) : text.fromThese(from.length)
  return (
    <>
      <h3>{text.on(formatDate(on))}</h3>
      <p>{lead}</p>
      {(from.length > 1 || from[0]?.name !== into.name) && (
        <MergePicture
          from={from.map(({ name }) => name)}
          into={[into.name]}
          andMore={finderWords[lang].andMore}
        />
      )}
      <ul class="plain-links">
        {from.map((old) => (
          <li key={old.code}>
            <a href={unitHref(old)}>{unitPath(old)}</a>{' '}
            <span class="quiet">{finderWords[lang].code(old.code)}</span>
          </li>
        ))}
      </ul>
      {districts.length > 0 && (
        <p>
          {text.districts}{' '}
          {districts.map((district, at) => (
            <>
              {at > 0 && ', '}
              <a href={unitHref(district)}>{district.name}</a>
            </>
          ))}
          .
        </p>
      )}
    </>
  )
}
