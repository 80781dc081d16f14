import { workingTimeBetween } from '#kernel/working-time'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import { HOUR_MS } from '#kernel/working-time-clock'
import type { DossierEvent } from './dossier.ts'
import { STATUS, type Status } from './status.ts'

export type Side = 'citizen' | 'state'

/** One step of the course of a dossier, with how long the ball stayed where it put it. */
export type TimelineStep = {
  readonly event: DossierEvent
  /** On whose side the time after it passed; absent once nothing more is to come. */
  readonly side?: Side
  /** Working hours until the next step, or until now. */
  readonly spentHours: number
}

/** Tiến trình with the time on the applicant's side and on the state's side told apart. */
export function timelineSteps(
  events: readonly DossierEvent[],
  { now, calendar }: { now: Date; calendar: WorkCalendar },
): readonly TimelineStep[] {
  return events.map((event, at) => {
    const side = sideAfter(event)
    const until = events[at + 1]?.claimedAt ?? now
    const spentHours =
      side && until > event.claimedAt
        ? workingTimeBetween({ from: event.claimedAt, to: until }, calendar) / HOUR_MS
        : 0
    return { event, ...(side && { side }), spentHours }
  })
}

function sideAfter({ act, toStatus }: DossierEvent): Side | undefined {
  if (act === 'ask_before_reception') return 'citizen'
  return sideOfStatus(toStatus)
}

function sideOfStatus(status: Status): Side | undefined {
  const { clock } = STATUS[status]
  if (clock === 'over') return undefined
  if (clock === 'paused') return status === 8 ? undefined : 'citizen'
  return clock === 'stopped' ? 'citizen' : 'state'
}

/** How much of the whole way each side took, in working hours. */
export function timeBySide(steps: readonly TimelineStep[]): Readonly<Record<Side, number>> {
  const sum = { citizen: 0, state: 0 }
  for (const { side, spentHours } of steps) if (side) sum[side] += spentHours
  return sum
}
