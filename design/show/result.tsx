import type { ComponentChildren } from 'preact'

export type ResultItem = {
  readonly title: ComponentChildren
  readonly href: string
  readonly meta?: ComponentChildren
  readonly children?: ComponentChildren
}

/** Danh sách kết quả: what was found, best first. */
export function ResultList({ items, level = 2 }: { items: readonly ResultItem[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <ol class="results">
      {items.map((item) => (
        <li key={item.href}>
          <Heading class="result-title">
            <a href={item.href}>{item.title}</a>
          </Heading>
          {item.meta && <p class="result-meta">{item.meta}</p>}
          {item.children}
        </li>
      ))}
    </ol>
  )
}
