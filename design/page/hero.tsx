import type { ComponentChildren } from 'preact'

/** The opening of the home page: one sentence, one search, on paper with the lattice of a door. Holds the page's `h1`. */
export function Hero({
  title,
  lead,
  children,
}: {
  title: string
  lead?: string | undefined
  children: ComponentChildren
}) {
  return (
    <div class="hero">
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  )
}
