import type { ComponentChildren } from 'preact'

type Props = {
  readonly title: string
  readonly lead?: string | undefined
  readonly level?: 1 | 2 | undefined
  readonly children: ComponentChildren
}

/** The opening of the home page: one sentence, one search, on paper, before the gate. Holds the page's `h1`. */
export function Hero({ title, lead, level = 1, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <div class="hero">
      <Heading>{title}</Heading>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  )
}
