import type { ComponentChildren } from 'preact'

/** A quotation, a clause, an example: set apart from the text around it. */
export function InsetText({ children }: { children: ComponentChildren }) {
  return <div class="inset">{children}</div>
}
