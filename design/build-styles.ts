import { fileURLToPath } from 'node:url'
import { compile, type Importer } from 'sass'
import { COLOURS, SPACES, TYPE_SCALE } from './tokens.ts'

const TOKENS = new URL('tokens:all')
/** Where `govuk/…` and other packages are found. */
const LOAD_PATHS = ['../node_modules/govuk-frontend/dist', '../node_modules'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** `@use 'tokens:all'` in a style sheet: `tokens.ts` as Sass variables, `$ink-soft`, `$space-16`, `$type`. */
const tokens: Importer<'sync'> = {
  canonicalize: (url) => (url === TOKENS.href ? TOKENS : null),
  load: () => ({ contents: tokensAsSass(), syntax: 'scss' }),
}

function tokensAsSass(): string {
  const colours = Object.entries(COLOURS).map(([name, value]) => `$${name}: ${value};`)
  const spaces = SPACES.map((pixels) => `$space-${pixels}: ${pixels / 16}rem;`)
  const types = TYPE_SCALE.map(({ name, phone, desktop, line }) => `${name}: (${phone}, ${desktop}, ${line})`)
  return [...colours, ...spaces, `$type: (${types.join(', ')});`].join('\n')
}

/** Compiles a style sheet. `url(asset:name)` becomes the hashed name, which must be in `names`. */
export function buildStyles(path: string, names: ReadonlyMap<string, string>): string {
  const { css } = compile(path, {
    importers: [tokens],
    loadPaths: LOAD_PATHS,
    quietDeps: true,
    style: 'compressed',
  })
  return usedOnly(css).replace(/url\("?asset:([^")]+)"?\)/g, (_all, name: string) => {
    const hashed = names.get(name)
    if (!hashed) throw new Error(`The style sheet asks for ${name}, which is not an asset`)
    return `url(${hashed})`
  })
}

/** Parts of govuk-frontend's components that ours do not have, and what `body` already says. */
const UNUSED_CLASS = /__conditional|__divider|-(?:label|legend)--xl|--extra-letter-spacing/
const SAID_BY_BODY =
  /font-family:inherit;-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale/g

/** Rules without a selector that is used go, and so do media queries that are left empty. */
function usedOnly(css: string): string {
  return css
    .replace(SAID_BY_BODY, 'font-family:inherit')
    .replace(/@media print\{[^{}]+\{font-family:inherit\}\}/g, '')
    .replace(/([^{}]+)(\{[^{}]*\})/g, (rule, selectors: string, body: string) => {
      if (!selectors.includes('.govuk-')) return rule
      const used = selectors
        .split(',')
        .filter((selector) => !UNUSED_CLASS.test(selector.replace(/:not\([^)]*\)/g, '')))
      return used.length > 0 ? `${used.join(',')}${body}` : ''
    })
    .replace(/@media[^{}]*\{\}/g, '')
}
