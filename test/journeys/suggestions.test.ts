import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey, scriptedJourney } from './journey.ts'

/** Types as people do, letter by letter, and waits for the list. */
async function type(page: Page, words: string) {
  const field = page.locator('#search')
  await field.pressSequentially(words, { delay: 5 })
  await page.getByRole('option').first().waitFor()
  return field
}

scriptedJourney(
  'suggestions are chosen with the keyboard alone, and a screen reader hears of each step',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/')
    const field = await type(page, 'lam giay')
    const options = page.getByRole('option')
    expect(await field.getAttribute('role')).toBe('combobox')
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    expect(await field.getAttribute('aria-controls')).toBe(await page.getByRole('listbox').getAttribute('id'))
    expect(await page.getByRole('status').first().textContent()).toMatch(/^\d gợi ý\. Dùng mũi tên/)
    await visitor.expectAccessible()

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.nth(1).getAttribute('id'))
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
    expect(await options.nth(0).getAttribute('aria-selected')).toBe('false')
    await visitor.expectAccessible()

    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL('/thu-tuc/1.001193')
    await page.goBack()
    expect(visitor.whereabouts()).toBe('/')
  },
)

scriptedJourney(
  'Escape closes the suggestions and keeps the words, and Enter then searches for them',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/')
    const field = await type(page, 'khai sinh')

    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    expect(await field.inputValue()).toBe('khai sinh')

    await page.keyboard.press('Enter')
    await page.waitForURL('/thu-tuc?q=khai+sinh')
  },
)

scriptedJourney(
  'Enter without a choice searches for what was typed, and leaving the field closes the list',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/')
    await type(page, 'ket hon')
    await page.keyboard.press('Tab')
    expect(await page.getByRole('listbox').isVisible()).toBe(false)

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('/thu-tuc?q=ket+hon')
  },
)

scriptedJourney('a suggestion can be pressed with a finger or a mouse', async (visitor) => {
  const { page, kind } = visitor
  await visitor.open('/')
  await type(page, 'lam giay khai')
  const option = page.getByRole('option').first()
  await (kind.isPhone ? option.tap() : option.click())
  await page.waitForURL('/thu-tuc/1.001193')
})

scriptedJourney('the field in the header suggests too, and says when there is nothing', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc/1.001193')
  const field = page.locator('#site-search')
  await field.pressSequentially('cccd', { delay: 5 })
  await page.getByRole('option').first().waitFor()
  await visitor.expectAccessible()

  await field.fill('')
  await field.pressSequentially('zxqwv', { delay: 5 })
  await page.getByText('Không có gợi ý.').waitFor({ state: 'attached' })
  expect(await page.getByRole('listbox').isVisible()).toBe(false)
})

journey('without a choice of suggestions the form searches, with script and without', async (visitor) => {
  const { page } = visitor
  await visitor.open('/su-kien')
  await page.locator('#site-search').fill('căn cước')
  await page.locator('#site-search').press('Enter')
  await page.waitForURL(/\/thu-tuc\?q=/)
  expect(await page.locator('.results > li').first().textContent()).toContain('căn cước')
})
