import { Button, Notice, Summary, TextInput } from '#design'
import { unitPath } from '#directory'
import type { Lang } from '#platform/lang'
import type { Desk, PlaceAnswer } from '../../find-place.ts'
import { LEVEL_WORDS } from '../../words.ts'
import { words } from './text.ts'

type Props = { action: string; place: PlaceAnswer; lang: Lang }

/** Which desk is mine: one field that takes names of today and of before the reform. */
export function PlaceSection({ action, place, lang }: Props) {
  const text = words[lang]
  return (
    <>
      <form class="screen-only" method="get" action={`${action}#noi-nop`} novalidate>
        <TextInput
          name="noi"
          label={text.placeLabel}
          hint={text.placeHint}
          value={place.kind === 'unasked' ? '' : place.typed}
        />
        <Button kind="secondary">{text.placeButton}</Button>
      </form>
      <Answer action={action} place={place} lang={lang} />
    </>
  )
}

function Answer({ action, place, lang }: Props) {
  const text = words[lang]
  switch (place.kind) {
    case 'unasked':
      return null
    case 'unknown':
      return (
        <Notice kind="warning" isAnswer>
          <p>{text.placeNone}</p>
          <Choices action={action} choices={place.suggestions.map((name) => ({ name, typed: name }))} />
        </Notice>
      )
    case 'several':
      return (
        <Notice isAnswer title={text.placeMany}>
          <Choices
            action={action}
            choices={place.units.map((unit) => ({ name: unitPath(unit), typed: unitPath(unit) }))}
          />
        </Notice>
      )
    case 'found':
      return (
        <div role="status">
          <h3>{text.placeFound(unitPath(place.unit))}</h3>
          <Summary
            rows={place.desks.map((desk) => ({
              key: LEVEL_WORDS[lang][desk.level],
              value: <DeskWords desk={desk} lang={lang} />,
            }))}
          />
        </div>
      )
  }
}

function Choices({
  action,
  choices,
}: {
  action: string
  choices: readonly { name: string; typed: string }[]
}) {
  return (
    <ul>
      {choices.map(({ name, typed }) => (
        <li key={name}>
          <a href={`${action}?noi=${encodeURIComponent(typed)}#noi-nop`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

function DeskWords({ desk, lang }: { desk: Desk; lang: Lang }) {
  const { agency, serviceCentre } = desk
  return (
    <>
      {[serviceCentre, agency].map(
        (one) =>
          one && (
            <span key={one.handle} class="paper-line">
              <a href={`/co-quan/${one.handle}`}>{lang === 'vi' ? one.name : one.nameEn}</a>
            </span>
          ),
      )}
    </>
  )
}
