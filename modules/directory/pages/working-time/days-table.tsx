import { Table } from '#design'
import type { Lang } from '#platform/lang'
import { nameIn } from '../../agency-words.ts'
import type { CalendarDay } from '../../calendar-day.ts'
import { type DayGroup, dayIn, groupDays } from '../../due-format.ts'
import { words as dueWords } from '../../due-words.ts'
import { words } from './text.ts'

type Props = {
  readonly caption: string
  readonly hidesCaption?: boolean
  readonly days: readonly CalendarDay[]
  readonly lang: Lang
}

/** Days off and make-up days: when, what, of which kind, by which source and how sure. Neighbours share a row. */
export function DaysTable({ caption, hidesCaption = false, days, lang }: Props) {
  const { columns } = words[lang]
  return (
    <Table
      caption={caption}
      hidesCaption={hidesCaption}
      columns={[
        { head: columns.day },
        { head: columns.name },
        { head: columns.kind },
        { head: columns.source },
      ]}
      rows={groupDays(days).map((group) => row(group, lang))}
    />
  )
}

function row({ first, last }: DayGroup, lang: Lang) {
  const doubt = words[lang].confidence[first.confidence]
  const from = dayIn(lang, first.day)
  return [
    first === last ? from : dueWords[lang].range(from, dayIn(lang, last.day)),
    nameIn(lang, first),
    dueWords[lang].kinds[first.kind],
    <>
      <span lang="vi">{first.source}</span>
      {doubt && ` (${doubt})`}
    </>,
  ]
}
