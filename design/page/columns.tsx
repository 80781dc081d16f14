import type { ComponentChildren } from 'preact'

/** The text at reading width, and beside it what helps: filters, contacts, an act. On phones one under the other. */
export function Columns({
  aside,
  asideLabel,
  isAsideFirst = false,
  children,
}: {
  aside: ComponentChildren
  asideLabel: string
  isAsideFirst?: boolean | undefined
  children: ComponentChildren
}) {
  const side = (
    <aside class="columns-aside" aria-label={asideLabel}>
      {aside}
    </aside>
  )
  return (
    <div class={isAsideFirst ? 'columns columns--aside-first' : 'columns'}>
      {isAsideFirst && side}
      <div class="columns-main">{children}</div>
      {!isAsideFirst && side}
    </div>
  )
}

/** Equal things side by side: as many as fit. Each child is an item of a list. */
export function Grid({
  children,
  size = 'normal',
}: {
  children: ComponentChildren
  size?: 'normal' | 'small'
}) {
  const items = [children].flat().filter((child) => child !== null && child !== undefined && child !== false)
  return (
    <ul class={`grid grid--${size}`}>
      {items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </ul>
  )
}
