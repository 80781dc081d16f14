import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DESK, PHONE, test } from './journey.ts'
import { INVENTED_CODE } from './unwieldy-procedures.ts'
import { enter, overflowOf, violationsOn } from './visitor.ts'

const PAGES = [
  '/',
  '/thu-tuc?q=khai+sinh',
  '/thu-tuc/1.001193',
  `/thu-tuc/${INVENTED_CODE}`,
  '/thu-tuc/1.001193/nop',
  '/su-kien/sinh-con',
  '/linh-vuc',
  '/co-quan/H26',
  '/don-vi-hanh-chinh?q=phuong+dich+vong',
  '/ngay-lam-viec?ngay=31/2/2026&gio=9h&thoi-han=x',
  '/ngay-lam-viec?ngay=10/02/2026&gio=09:00&thoi-han=5&don-vi=working_day',
  '/tra-cuu?ma=H56.14-240715-0001',
  '/api/v1/docs',
  '/design',
]

/** Beyond the first screens of a page, its links are alike. */
const MOST_STEPS = 25

/** Reads each page under a condition and tells what is wrong with it, as `page: what`. */
type Look = (page: Page, path: string) => Promise<readonly string[]>

function underCondition(name: string, kind: typeof PHONE, look: Look): void {
  test(name, async ({ stage }) => {
    const visitor = await enter(stage, kind)
    const found: string[] = []
    for (const path of PAGES) {
      await visitor.open(path)
      found.push(...(await look(visitor.page, path)).map((what) => `${path}: ${what}`))
    }
    await visitor.leave()
    expect(found).toEqual([])
  })
}

// WCAG 2.2, 1.4.10: 1280 px at 400%.
underCondition('nothing scrolls sideways in a window of 320 px', { ...PHONE, width: 320 }, async (page) =>
  tooWide(await overflowOf(page)),
)

// WCAG 2.2, 1.4.4: letters alone at 200%, in half of a window.
underCondition('letters may be twice as large', { ...DESK, width: 640 }, async (page) => {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  return tooWide(await overflowOf(page))
})

// WCAG 2.2, 1.4.12.
underCondition('lines, words and letters may stand further apart', PHONE, async (page) => {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  return tooWide(await overflowOf(page))
})

// WCAG 2.2, 2.4.7 and 2.4.11.
for (const kind of [PHONE, DESK]) {
  underCondition(`whatever has the focus is seen to have it ${kind.name}`, kind, async (page) => {
    const found: string[] = []
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      await page.keyboard.press('Tab')
      const what = await page.evaluate(faultOfFocus)
      if (what === 'end') break
      if (what) found.push(what)
    }
    return found
  })
}

underCondition('what a finger presses on a phone is at least 44 px high', PHONE, (page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main :is(button, input, select, textarea, .button, .facet a, .chip, .pagination a), header :is(input, button, summary)',
      ),
    ]
      .filter(
        (element) =>
          element.checkVisibility() &&
          !element.matches('[type=hidden], [type=radio], [type=checkbox], .specimen *'),
      )
      .map((element) => ({ element, height: element.getBoundingClientRect().height }))
      .filter(({ height }) => height < 43.5)
      .map(
        ({ element, height }) =>
          `${element.tagName} ${element.className} ${element.id} is ${Math.round(height)} px high`,
      ),
  ),
)

underCondition('text keeps its contrast for a person who prefers the dark', DESK, async (page) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  return violationsOn(page, ['color-contrast'])
})

// The browser keeps every text readable in the colours that a person forces on it, unless a style forbids that.
underCondition('no text refuses the colours that a person forces on the page', DESK, async (page) => {
  await page.emulateMedia({ forcedColors: 'active' })
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
      )
      .filter((element) => element.checkVisibility())
      .filter((element) => getComputedStyle(element).getPropertyValue('forced-color-adjust') === 'none')
      .map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`),
  )
})

function tooWide(pixels: number): readonly string[] {
  return pixels > 0 ? [`${pixels} px too wide`] : []
}

/** Runs in the page. */
function faultOfFocus(): string | undefined {
  const element = document.activeElement
  if (!element || element === document.body) return 'end'
  const name = `${element.tagName} ${element.className} "${element.textContent?.trim().slice(0, 40)}"`
  const box = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const after = getComputedStyle(element, '::after')
  const isMarked = [style, after].some(
    ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
  )
  if (!isMarked) return `${name} shows no focus`
  if (box.width === 0 || box.height === 0) return `${name} has no size`

  const [x, y] = [
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
    Math.min(box.top + box.height / 2, innerHeight - 1),
  ]
  if (box.bottom <= 0 || box.top >= innerHeight) return `${name} is out of sight`
  // Of a link over two lines, the middle of the box may be empty.
  const boxes = [...element.getClientRects()]
  const isSeen = [
    [x, y],
    ...boxes.map((part) => [part.left + part.width / 2, part.top + part.height / 2]),
  ].some(([left = 0, top = 0]) => {
    const seen = document.elementFromPoint(left, top)
    return seen !== null && (element.contains(seen) || seen.contains(element))
  })
  return isSeen ? undefined : `${name} is covered`
}
