import type { Lasting } from '#platform/html-text'
import type { Shell } from '#platform/http'
import { SearchBox } from '../forms/search-box.tsx'
import { useLang, useText } from '../language.tsx'
import { ACCOUNT_PATH, MAIN_LINKS, SEARCH_PATH, SIGN_IN_PATH } from '../links.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'

type Props = { shell: Shell; query?: string | undefined; hidesSearch: boolean }

export function Header({ shell, query, hidesSearch }: Props) {
  const text = useText()
  return (
    <header class="site-header">
      <div class="site-header-row wrap">
        <a class="site-name" href="/">
          <Mark />
          <span>
            <strong>{text.siteName}</strong>
            <span class="hidden"> · </span>
            <span class="site-kind">{text.siteKind}</span>
          </span>
        </a>
        <div class="site-tools">
          <LanguageSwitch shell={shell} />
          {shell.signedInAs === undefined ? (
            <a class="sign-in" href={SIGN_IN_PATH}>
              {text.signIn}
            </a>
          ) : (
            <a class="sign-in" href={ACCOUNT_PATH}>
              <span class="hidden">{text.account} </span>
              {shell.signedInAs}
            </a>
          )}
        </div>
        {!hidesSearch && (
          <SearchBox
            id="site-search"
            action={SEARCH_PATH}
            value={query}
            label={text.searchLabel}
            size="header"
          />
        )}
      </div>
      <Menus path={shell.path} />
    </header>
  )
}

/** The same on all pages of one part of the portal: links in a row, and folded away on a phone. */
const Menus: Lasting<{ path: string }> = Object.assign(MenusOfPage, {
  keyOf: ({ path }: { path: string }) =>
    `${useLang()} ${MAIN_LINKS.map(({ href }) => currentness(pathWithoutQuery(path), href)).join()}`,
})

function MenusOfPage({ path }: { path: string }) {
  const text = useText()
  return (
    <>
      <nav class="site-menu wrap" aria-label={text.mainMenu}>
        <MenuLinks path={path} />
      </nav>
      <details class="site-menu-small wrap">
        <summary>{text.menu}</summary>
        <nav aria-label={text.mainMenu}>
          <MenuLinks path={path} />
        </nav>
      </details>
    </>
  )
}

function MenuLinks({ path }: { path: string }) {
  const text = useText()
  const here = pathWithoutQuery(path)
  return (
    <ul>
      {MAIN_LINKS.map(({ href, word }) => (
        <li key={href}>
          <a href={href} aria-current={currentness(here, href)}>
            {text.links[word]}
          </a>
        </li>
      ))}
    </ul>
  )
}

function currentness(here: string, href: string): 'page' | 'true' | undefined {
  if (here === href) return 'page'
  return here.startsWith(`${href}/`) ? 'true' : undefined
}

function pathWithoutQuery(path: string): string {
  return path.split('?')[0] ?? ''
}
