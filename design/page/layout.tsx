import type { ComponentChildren } from 'preact'
import type { Shell } from '#platform/http'
import { asset } from '../assets.ts'
import { Speaks } from '../language.tsx'
import { words } from '../text.ts'
import { ActingBand } from './acting-band.tsx'
import { type Crumb, Crumbs } from './crumbs.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { SessionLine } from './session-line.tsx'

export type LayoutProps = {
  readonly shell: Shell
  /** The page's name, as its `h1` says it. The name of the portal is added. */
  readonly title: string
  /** One sentence for search engines and link previews. */
  readonly description?: string | undefined
  /** Puts "Lỗi:" before the title, so that a screen reader says it first. */
  readonly hasErrors?: boolean | undefined
  readonly crumbs?: readonly Crumb[] | undefined
  /** What the search field in the header already holds. */
  readonly search?: { readonly q: string } | undefined
  /** For a page that has a search of its own. */
  readonly hidesSearch?: boolean | undefined
  readonly children: ComponentChildren
}

/** The page around every page. The one `h1` is the page's own. */
export function Layout(props: LayoutProps) {
  const {
    shell,
    title,
    description,
    hasErrors = false,
    crumbs,
    search,
    hidesSearch = false,
    children,
  } = props
  const text = words[shell.lang]
  return (
    <html lang={shell.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${hasErrors ? `${text.errorPrefix} ` : ''}${title} · ${text.siteName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {description && <meta name="description" content={description} />}
        <meta name="theme-color" content="#8c1620" />
        <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('app.css')} />
        <script type="module" src={asset('app.js')} />
      </head>
      <body>
        <Speaks lang={shell.lang}>
          <a class="skip-link" href="#main">
            {text.skip}
          </a>
          <Header shell={shell} query={search?.q} hidesSearch={hidesSearch} />
          <ActingBand shell={shell} />
          <div class="page wrap">
            {crumbs && <Crumbs crumbs={crumbs} />}
            <main id="main" tabIndex={-1}>
              {children}
            </main>
          </div>
          <SessionLine shell={shell} />
          <Footer />
        </Speaks>
      </body>
    </html>
  )
}
