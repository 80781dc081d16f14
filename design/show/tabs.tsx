import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'

export type TabItem = { readonly id: string; readonly label: string; readonly content: ComponentChildren }

/** Sections of equal rank. Without script: a list of links and the sections one after another. With it: tabs. */
export function Tabs({ items, level = 2 }: { items: readonly TabItem[]; level?: 2 | 3 }) {
  const text = useText()
  const Heading = `h${level}` as const
  return (
    <div class="tabs" data-module="tabs">
      <p class="tabs-title">{text.contents}</p>
      <ul class="tabs-list">
        {items.map((item) => (
          <li key={item.id}>
            <a href={`#${item.id}`}>{item.label}</a>
          </li>
        ))}
      </ul>
      {items.map((item) => (
        <section key={item.id} id={item.id} class="tabs-panel">
          <Heading>{item.label}</Heading>
          {item.content}
        </section>
      ))}
    </div>
  )
}
