import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'

export type TimelineEntry = {
  /** Written out: "14:30, 22/11/2026". */
  readonly when: string
  /** The same moment for machines, ISO 8601. */
  readonly datetime?: string | undefined
  readonly title: string
  readonly by?: string | undefined
  /** On whose side the time after this entry passes. */
  readonly side: 'citizen' | 'state'
  /** How long it stayed there: "2 ngày làm việc". */
  readonly spent?: string | undefined
  readonly isCurrent?: boolean | undefined
  readonly children?: ComponentChildren
}

/** Tiến trình: what happened, who did it, and on whose side the time passed. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const text = useText()
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li
          key={`${entry.when} ${entry.title}`}
          class={`timeline-entry timeline-entry--${entry.side}${entry.isCurrent ? ' timeline-entry--current' : ''}`}
        >
          <p class="timeline-when">
            <time dateTime={entry.datetime}>{entry.when}</time>
            {entry.isCurrent && <strong class="tag tag--info">{text.now}</strong>}
          </p>
          <p class="timeline-title">{entry.title}</p>
          {entry.by && <p class="timeline-by">{entry.by}</p>}
          {entry.children}
          {entry.spent && (
            <p class="timeline-side">
              {text.side[entry.side]} {text.spent(entry.spent)}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
