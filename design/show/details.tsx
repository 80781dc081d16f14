import type { ComponentChildren } from 'preact'

/** More for those who want it. Never hides what everyone needs. */
export function Details({
  summary,
  isOpen = false,
  children,
}: {
  summary: ComponentChildren
  isOpen?: boolean | undefined
  children: ComponentChildren
}) {
  return (
    <details class="details" open={isOpen}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div class="details-body">{children}</div>
    </details>
  )
}
