import type { ComponentChildren } from 'preact'

type ColumnsProps = {
  readonly aside: ComponentChildren
  /** Names the second column, and the way to it on a phone. */
  readonly asideLabel: string
  readonly isAsideFirst?: boolean | undefined
  readonly children: ComponentChildren
}

/** The text at reading width, and beside it what helps: filters, contacts, an act. On phones one under the other. */
export function Columns({ aside, asideLabel, isAsideFirst = false, children }: ColumnsProps) {
  const side = (
    <aside id="ben-canh" class="columns-aside" aria-label={asideLabel}>
      {aside}
    </aside>
  )
  if (isAsideFirst) {
    return (
      <div class="columns columns--aside-first">
        {side}
        <div class="columns-main">{children}</div>
      </div>
    )
  }
  return (
    <div class="columns">
      <div class="columns-main">
        <p class="columns-jump">
          <a href="#ben-canh">{asideLabel}</a>
        </p>
        {children}
      </div>
      {side}
    </div>
  )
}
