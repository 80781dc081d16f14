import { useText } from '../language.tsx'
import { formatNumber } from '../number.ts'

type Props = {
  /** What is being timed, for those who hear the page. */
  readonly label: string
  readonly used: number
  readonly limit: number
  readonly unit?: 'working_day' | 'day' | 'hour' | undefined
  readonly state?: 'running' | 'paused' | 'done' | undefined
  /** The due moment, written out. */
  readonly due?: string | undefined
}

const WIDTH = 300
const DUE_SOON = 0.75

/** Đồng hồ thời hạn: how much of the legal time is used. The bar repeats what the words beside it say. */
export function Clock({ label, used, limit, unit = 'working_day', state = 'running', due }: Props) {
  const { clock } = useText()
  const unitName = clock.units[unit]
  const limitAt = Math.round((WIDTH * limit) / longest(used, limit))
  return (
    <div class={`clock clock--${state === 'paused' ? 'paused' : tone(used, limit)}`}>
      <p class="clock-words">
        <span class="hidden">{label}: </span>
        <strong>{clock.used(formatNumber(used), formatNumber(limit), unitName)}</strong>
        {', '}
        {rest({ used, limit, state, unitName, clock })}
      </p>
      <svg
        class="clock-bar"
        viewBox={`0 0 ${WIDTH} 12`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="clock-limit" width={WIDTH} height="12" />
        <rect
          class="clock-used"
          width={Math.min(WIDTH, Math.round((WIDTH * used) / longest(used, limit)))}
          height="12"
        />
        {used > limit && <rect class="clock-over" x={limitAt} width={WIDTH - limitAt} height="12" />}
      </svg>
      {due && <p class="clock-due">{clock.due(due)}</p>}
    </div>
  )
}

type Words = ReturnType<typeof useText>['clock']
type Reading = { used: number; limit: number; state: string; unitName: string; clock: Words }

function rest({ used, limit, state, unitName, clock }: Reading): string {
  if (state === 'paused') return clock.paused
  if (used > limit) return clock.over(formatNumber(used - limit), unitName)
  return state === 'done' ? clock.done : clock.left(formatNumber(limit - used), unitName)
}

function tone(used: number, limit: number): 'good' | 'due' | 'late' {
  if (used > limit) return 'late'
  return used >= limit * DUE_SOON ? 'due' : 'good'
}

function longest(used: number, limit: number): number {
  return Math.max(used, limit, 1)
}
