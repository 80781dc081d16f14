import { formatNumber, Timeline, type TimelineEntry } from '#design'
import { formatMoment, isoMoment } from '#kernel/civil-date-text'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Lang } from '#platform/lang'
import type { DossierEvent } from '../../dossier.ts'
import { STATUS } from '../../status.ts'
import { type TimelineStep, timeBySide, timelineSteps } from '../../timeline.ts'
import { actInWords, isPublicAct } from '../../timeline-words.ts'
import { type DossierText, dossierWords } from './dossier-text.ts'

const HOURS_PER_DAY = 8

type Props = {
  readonly events: readonly DossierEvent[]
  readonly calendar: WorkCalendar
  readonly now: Date
  readonly lang: Lang
  readonly showsReasons: boolean
}

/** Tiến trình: what happened and when, with the time on each side. No names; reasons only for whoever may read them. */
export function Course({ events, calendar, now, lang, showsReasons }: Props) {
  const text = dossierWords[lang]
  const steps = timelineSteps(
    events.filter(({ act }) => isPublicAct(act)),
    { now, calendar },
  )
  const { citizen, state } = timeBySide(steps)
  return (
    <>
      <Timeline entries={steps.map((step, at) => entryOf(step, { at, steps, lang, showsReasons }))} />
      <p class="quiet">
        {text.sides}: {text.side.state} {spentInWords(state, text)}, {text.side.citizen.toLowerCase()}{' '}
        {spentInWords(citizen, text)}.
      </p>
    </>
  )
}

type Around = { at: number; steps: readonly TimelineStep[]; lang: Lang; showsReasons: boolean }

function entryOf(
  { event, side, spentHours }: TimelineStep,
  { at, steps, lang, showsReasons }: Around,
): TimelineEntry {
  const text = dossierWords[lang]
  const isLast = at === steps.length - 1
  return {
    when: formatMoment(event.claimedAt),
    datetime: isoMoment(event.claimedAt),
    title: actInWords(event.act, lang) ?? STATUS[event.toStatus].plain[lang],
    ...(showsReasons && event.by.post && { by: event.by.post }),
    side: side ?? 'state',
    ...(side && { spent: spentInWords(spentHours, text) }),
    isCurrent: isLast && side !== undefined,
    children: <Said event={event} lang={lang} showsReasons={showsReasons} />,
  }
}

function Said({ event, lang, showsReasons }: { event: DossierEvent; lang: Lang; showsReasons: boolean }) {
  const text = dossierWords[lang]
  const { dueWas, dueIs } = event.details
  return (
    <>
      {typeof dueWas === 'string' && <p class="quiet">{text.oldDue(formatMoment(new Date(dueWas)))}</p>}
      {typeof dueIs === 'string' && typeof dueWas === 'string' && (
        <p>{text.newDue(formatMoment(new Date(dueIs)))}</p>
      )}
      {showsReasons && event.reason && (
        <p>
          {text.reason}: <span lang="vi">{event.reason}</span>
        </p>
      )}
      {event.isIrregular && <p class="quiet">{text.irregular}</p>}
    </>
  )
}

function spentInWords(hours: number, text: Pick<DossierText, 'hours' | 'days' | 'short'>): string {
  if (hours < 1) return text.short
  if (hours < HOURS_PER_DAY) return text.hours(formatNumber(hours))
  return text.days(formatNumber(hours / HOURS_PER_DAY))
}
