import type { ComponentChildren } from 'preact'

/** One component in one state, under the name of the state. */
export function Sample({
  name,
  note,
  children,
}: {
  name: string
  note?: string
  children: ComponentChildren
}) {
  return (
    <div class="specimen">
      <h3 class="specimen-name">{name}</h3>
      {note && <p class="quiet">{note}</p>}
      {children}
    </div>
  )
}
