import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

export type VisitorKind = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly isPhone: boolean
  /** `lost`: the browser runs scripts, but ours never arrives, as happens on a weak network. */
  readonly script: 'runs' | 'off' | 'lost'
}

/** The browser, and where the portal is. */
export type Stage = { readonly browser: Browser; readonly address: string }

export type Visitor = {
  readonly page: Page
  readonly kind: VisitorKind
  readonly open: (path: string) => Promise<void>
  /** The path and query where the visitor is. */
  readonly whereabouts: () => string
  /** WCAG 2.2 AA as far as axe can tell, and nothing to scroll sideways. For states that no address leads to. */
  readonly expectAccessible: () => Promise<void>
  /** No script failed, the policy forbade nothing, every file came. */
  readonly expectNothingBroken: () => void
  readonly leave: () => Promise<void>
}

const PATIENCE_MS = 30_000
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Someone opens the portal in a browser of their own. */
export async function enter({ browser, address }: Stage, kind: VisitorKind): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: kind.width, height: kind.height },
    hasTouch: kind.isPhone,
    javaScriptEnabled: kind.script !== 'off',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (kind.script === 'lost') await context.route(/\.js$/, (route) => route.abort('aborted'))
  const page = await context.newPage()
  const faults = watch(page)

  return {
    page,
    kind,
    open: async (path) => {
      await page.goto(path)
    },
    whereabouts: () => page.url().slice(address.length),
    expectAccessible: async () => {
      // axe waits by timers, and these stand still where scripts are off.
      if (kind.script !== 'off') expect(await violationsOn(page), page.url()).toEqual([])
      expect(await overflowOf(page), `sideways scroll on ${page.url()}`).toBe(0)
    },
    expectNothingBroken: () => expect(faults).toEqual([]),
    leave: () => context.close(),
  }
}

/** What axe finds, each as `rule: element`: by all its rules and the size of targets, or by the named rules alone. */
export async function violationsOn(page: Page, only?: readonly string[]): Promise<readonly string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(AXE)
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    // Style sheets of other sites are not there to be loaded.
    preload: false,
    ...(only ? { runOnly: [...only] } : { rules: { 'target-size': { enabled: true } } }),
  }
  const { violations } = await page.evaluate((chosen) => window.axe.run(document, chosen), options)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Pixels by which the page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Collects what a browser would complain about. */
function watch(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    // A page may well be a 404 or a 422; its files may not.
    const isPageItself = message.location().url === page.url() && text.startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isPageItself) faults.push(`console: ${text}`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // A suggestion that is no longer wanted is called off.
    if (why !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${why}`)
  })
  return faults
}

declare global {
  interface Window {
    /** axe puts itself there. */
    readonly axe: typeof axe
  }
}
