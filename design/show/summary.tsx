import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'

export type SummaryRow = {
  readonly key: string
  readonly value: ComponentChildren
  /** Where to change the answer; the page comes back here. */
  readonly changeHref?: string | undefined
}

/** What is known, line by line: key, value and a way to change it. */
export function Summary({ rows }: { rows: readonly SummaryRow[] }) {
  const text = useText()
  const canChange = rows.some((row) => row.changeHref)
  return (
    <dl class={canChange ? 'summary summary--change' : 'summary'}>
      {rows.map((row) => (
        <div key={row.key} class="summary-row">
          <dt>{row.key}</dt>
          <dd>{row.value}</dd>
          {row.changeHref && (
            <dd class="summary-change">
              <a href={row.changeHref}>
                {text.change}
                <span class="hidden"> {row.key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
