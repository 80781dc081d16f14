import { Month, type MonthDay, type MonthTone } from '../pictures/month.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

const SUNDAY = 7
const DAYS = 30
const TONES: Readonly<Record<number, MonthTone>> = {
  16: 'start',
  17: 'counted',
  18: 'counted',
  19: 'paused',
  20: 'paused',
  23: 'counted',
  24: 'due',
}

/** November 2026: a count of four working days that stood still for two. */
export function MonthSample({ text }: PartProps) {
  const words = text.pictures
  return (
    <Sample name={words.month}>
      <div class="months">
        <Month
          caption={words.monthCaption}
          firstWeekday={SUNDAY}
          weekdays={words.weekdays.map(([short = '', full = '']) => ({ short, full }))}
          days={Array.from({ length: DAYS }, (_, at) => dayOf(at + 1, words.monthTones))}
        />
      </div>
    </Sample>
  )
}

function dayOf(day: number, names: Readonly<Partial<Record<MonthTone, string>>>): MonthDay {
  const weekday = (SUNDAY - 1 + day - 1) % 7
  const tone = TONES[day] ?? (weekday >= 5 ? 'off' : 'plain')
  return tone === 'off' || tone === 'plain'
    ? { day, tone }
    : { day, tone, note: names[tone], meaning: names[tone] }
}
