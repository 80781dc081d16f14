import type { ComponentChildren } from 'preact'

type Props = {
  readonly title: ComponentChildren
  readonly href?: string | undefined
  /** The rank of the title among the page's headings. */
  readonly level?: 2 | 3 | 4 | undefined
  /** A short line under the title: an agency, a code. */
  readonly meta?: ComponentChildren
  readonly children?: ComponentChildren
}

/** One thing that is truly separate. With `href` the whole card can be pressed; for a screen reader the title is the link. */
export function Card({ title, href, level = 3, meta, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <div class={href ? 'card card--link' : 'card'}>
      <Heading class="card-title">{href ? <a href={href}>{title}</a> : title}</Heading>
      {meta && <p class="card-meta">{meta}</p>}
      {children}
    </div>
  )
}
