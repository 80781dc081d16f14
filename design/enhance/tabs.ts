/** Turns a list of sections into tabs (ARIA tabs pattern, activation follows focus). The address keeps the chosen one. */
export function enhanceTabs(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-module="tabs"]')) enhance(root)
}

type Tab = { readonly link: HTMLAnchorElement; readonly panel: HTMLElement }

function enhance(root: HTMLElement): void {
  const list = root.querySelector<HTMLElement>('.tabs-list')
  const tabs = [...root.querySelectorAll<HTMLAnchorElement>('.tabs-list a')].flatMap((link): Tab[] => {
    const panel = document.getElementById(link.hash.slice(1))
    return panel ? [{ link, panel }] : []
  })
  const [first] = tabs
  if (!list || !first) return

  root.classList.add('tabs--on')
  list.setAttribute('role', 'tablist')
  for (const tab of tabs) prepare(tab, tabs)
  const show = (hash: string) =>
    choose(
      tabs.find(({ link }) => link.hash === hash),
      tabs,
    )
  choose(first, tabs)
  show(location.hash)
  addEventListener('hashchange', () => show(location.hash))
}

function prepare(tab: Tab, tabs: readonly Tab[]): void {
  const { link, panel } = tab
  link.id = `${panel.id}-tab`
  link.setAttribute('role', 'tab')
  link.setAttribute('aria-controls', panel.id)
  link.parentElement?.setAttribute('role', 'presentation')
  panel.setAttribute('role', 'tabpanel')
  panel.setAttribute('aria-labelledby', link.id)
  link.addEventListener('click', (event) => {
    event.preventDefault()
    choose(tab, tabs)
    history.replaceState(null, '', link.hash)
  })
  link.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const next = step && tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    if (!next) return

    event.preventDefault()
    choose(next, tabs)
    next.link.focus()
  })
}

function choose(chosen: Tab | undefined, tabs: readonly Tab[]): void {
  if (!chosen) return
  for (const { link, panel } of tabs) {
    const isChosen = panel === chosen.panel
    link.setAttribute('aria-selected', String(isChosen))
    link.tabIndex = isChosen ? 0 : -1
    panel.hidden = !isChosen
  }
}
