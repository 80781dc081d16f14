import { expect } from 'vitest'
import { DESK, FAULTY, PHONE, test } from './journey.ts'
import { INVENTED_CODE } from './unwieldy-procedures.ts'
import { enter, overflowOf, type Stage, type VisitorKind, violationsOn } from './visitor.ts'

type Address = readonly [path: string, status?: number]

/** Every page of the portal, in each state that an address leads to, and the status that it answers with. */
const PARTS: Readonly<Record<string, readonly Address[]>> = {
  'of finding': [
    ['/'],
    ['/thu-tuc'],
    ['/thu-tuc?q=lam+giay+khai+sinh'],
    ['/thu-tuc?q=khai+sinh&linh-vuc=ho-tich&cap=xa'],
    ['/thu-tuc?q=giay+khai+sihn'],
    ['/thu-tuc?q=zxqwv'],
    [`/thu-tuc?q=${INVENTED_CODE}`],
    [`/thu-tuc?q=${'xin+phep+xay+nha+'.repeat(60)}`],
    [`/thu-tuc?q=${'a'.repeat(2_000)}`],
    ['/su-kien'],
    ['/su-kien/sinh-con'],
    ['/linh-vuc'],
  ],
  'of a procedure': [
    ['/thu-tuc/1.001193'],
    ['/thu-tuc/1.001193?noi=phuong+dich+vong'],
    ['/thu-tuc/1.001193?noi=zzzz'],
    ['/thu-tuc/1.001193/nop'],
    [`/thu-tuc/${INVENTED_CODE}`],
    [`/thu-tuc/${INVENTED_CODE}/nop`],
    ['/thu-tuc/1.00119', 404],
  ],
  'of the state': [
    ['/co-quan'],
    ['/co-quan?q=tu+phap'],
    ['/co-quan?q=zzzz'],
    ['/co-quan/H26'],
    ['/co-quan/H99', 404],
    ['/don-vi-hanh-chinh'],
    ['/don-vi-hanh-chinh?q=phuong+dich+vong'],
    ['/don-vi-hanh-chinh?q=xa+tan+lap'],
    ['/don-vi-hanh-chinh?q=zzzz'],
    ['/don-vi-hanh-chinh/00166'],
  ],
  'of time and dossiers': [
    ['/ngay-lam-viec'],
    ['/ngay-lam-viec?ngay=10/02/2026&gio=09:00&thoi-han=5&don-vi=working_day'],
    ['/ngay-lam-viec?ngay=31/2/2026&gio=9h&thoi-han=x', 422],
    ['/tra-cuu'],
    ['/tra-cuu?ma=000.00.00.H26-260504-0001'],
    ['/tra-cuu?ma=', 422],
    ['/kiem-tra-bien-nhan'],
  ],
  'about the portal': [
    ['/kha-nang-tiep-can'],
    ['/du-lieu-ca-nhan'],
    ['/lien-he'],
    ['/dang-nhap'],
    ['/api/v1/docs'],
    ['/ket-noi'],
    ['/ket-noi/tai-lieu'],
    ['/design'],
    ['/khong-co-trang-nay', 404],
    [FAULTY, 500],
  ],
}
/** The kinds of pages, in the other language or without what a script adds. */
const ONE_OF_EACH: readonly Address[] = [
  ['/'],
  ['/thu-tuc?q=khai+sinh'],
  ['/thu-tuc/1.001193'],
  ['/su-kien/sinh-con'],
  ['/don-vi-hanh-chinh?q=phuong+dich+vong'],
  ['/ngay-lam-viec?ngay=31/2/2026&gio=9h&thoi-han=x', 422],
  ['/design'],
]

for (const [part, addresses] of Object.entries(PARTS)) {
  test(`pages ${part} pass axe at 360 and at 1280 px, and nothing on them breaks`, ({ stage }) =>
    readAll(stage, { kind: PHONE, addresses, widths: [PHONE.width, DESK.width] }))
}

test('pages pass axe while the script is still on its way', ({ stage }) =>
  readAll(stage, { kind: { ...PHONE, script: 'lost' }, addresses: ONE_OF_EACH, widths: [PHONE.width] }))

test('pages pass axe in English', ({ stage }) =>
  readAll(stage, { kind: DESK, addresses: ONE_OF_EACH.map(inEnglish), widths: [DESK.width] }))

type Reading = {
  readonly kind: VisitorKind
  readonly addresses: readonly Address[]
  readonly widths: readonly number[]
}

async function readAll(stage: Stage, { kind, addresses, widths }: Reading): Promise<void> {
  const visitor = await enter(stage, kind)
  const { page } = visitor
  const found: string[] = []
  for (const [path, status = 200] of addresses) {
    const answer = await page.goto(path)
    if (answer?.status() !== status) found.push(`${path}: status ${answer?.status()}`)
    const headings = await page.locator('h1').count()
    if (headings !== 1) found.push(`${path}: ${headings} h1`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: kind.height })
      const overflow = await overflowOf(page)
      if (overflow > 0) found.push(`${path}: ${overflow} px too wide at ${width}`)
      found.push(...(await violationsOn(page)).map((violation) => `${path} at ${width}: ${violation}`))
    }
  }
  expect(found).toEqual([])
  visitor.expectNothingBroken()
  await visitor.leave()
}

function inEnglish([path, status]: Address): Address {
  return [`${path}${path.includes('?') ? '&' : '?'}lang=en`, status ?? 200]
}
