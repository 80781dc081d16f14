import { expect } from 'vitest'
import { PHONE, test } from './journey.ts'
import { enter } from './visitor.ts'

const PAGES = [
  '/',
  '/thu-tuc?q=lam+giay+khai+sinh',
  '/thu-tuc/1.001193',
  '/thu-tuc/1.001193/nop',
  '/su-kien',
  '/linh-vuc',
  '/co-quan',
  '/don-vi-hanh-chinh',
  '/ngay-lam-viec',
  '/tra-cuu',
]
const FIRST_LOAD_BYTES = 150_000
const SCRIPT_BYTES = 30_000

for (const path of PAGES) {
  test(`a first visit to ${path} weighs at most 150 KB, of which at most 30 KB are script`, async ({
    stage,
  }) => {
    const visitor = await enter(stage, PHONE)
    const { page } = visitor
    const weights: Promise<{ type: string; bytes: number }>[] = []
    page.on('requestfinished', (request) => {
      weights.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
          type: request.resourceType(),
          bytes: responseBodySize + responseHeadersSize,
        })),
      )
    })

    await page.goto(path, { waitUntil: 'networkidle' })

    const loads = await Promise.all(weights)
    const sum = (chosen: typeof loads) => chosen.reduce((total, { bytes }) => total + bytes, 0)
    expect(loads.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['document', 'stylesheet', 'script', 'font']),
    )
    expect(sum(loads.filter(({ type }) => type === 'script'))).toBeLessThanOrEqual(SCRIPT_BYTES)
    expect(sum(loads)).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
    await visitor.leave()
  })
}
