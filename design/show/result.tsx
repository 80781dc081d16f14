import type { ComponentChildren } from 'preact'

export type ResultItem = {
  readonly title: ComponentChildren
  readonly href: string
  readonly meta?: ComponentChildren
  readonly children?: ComponentChildren
  readonly level?: 2 | 3
}

/** Danh sách kết quả: what was found, best first. Its children are `Result`s. */
export function ResultList({ children }: { children: ComponentChildren }) {
  return <ol class="results">{children}</ol>
}

export function Result({ title, href, meta, children, level = 2 }: ResultItem) {
  const Heading = `h${level}` as const
  return (
    <li>
      <Heading class="result-title">
        <a href={href}>{title}</a>
      </Heading>
      {meta && <p class="result-meta">{meta}</p>}
      {children}
    </li>
  )
}
