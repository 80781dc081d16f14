import { expect } from 'vitest'
import { sql } from '#platform/db'
import { findDossier, timelineOf } from '#register'
import type { BrowserLike } from '../../test/support/browser-like.ts'
import { birthAnswers, communeAgency, fileOf, PLACE, picture } from '../../test/support/filing.ts'
import { addPerson, browserOf, sessionOf, type TestPerson } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'

const CLAIMS = { SoDienThoai: '0912345678', ThuDienTu: 'hoa@example.vn', NoiOHienNay: PLACE }

async function citizen(world: World): Promise<{ person: TestPerson; browser: BrowserLike }> {
  const person = await addPerson(world.db, { claims: CLAIMS })
  return { person, browser: await browserOf(world, person.accountId) }
}

/** From the start page to a draft for birth registration; answers its path. */
async function begin(browser: BrowserLike): Promise<string> {
  await browser.open(`/nop-ho-so/1.001193?noi=${encodeURIComponent(PLACE)}`)
  const handle = /name="coQuan"[^>]*value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  await browser.submit('/nop-ho-so/1.001193/bat-dau', { coQuan: handle })
  return new URL(browser.last.url).pathname
}

const date = (name: string, [day, month, year]: readonly [string, string, string]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

const APPLICANT = { 'applicant.relation': 'parent' }
const CHILD = {
  'child.name': 'Nguyễn Minh Châu',
  ...date('child.bornOn', ['5', '5', '2026']),
  'child.gender': 'female',
  'child.ethnicity': 'Kinh',
  'child.nationality': 'Việt Nam',
  'child.bornAt': 'Bệnh viện Phụ sản Hà Nội',
  'child.homeland.unit': PLACE,
}
const MOTHER = {
  'mother.name': 'Nguyễn Thị Hoa',
  ...date('mother.bornOn', ['12', '3', '1985']),
  'mother.nationality': 'Việt Nam',
  'mother.residence.unit': PLACE,
}

/** Every page up to the check, as somebody would fill it in. */
async function fillIn(browser: BrowserLike, path: string, bytes?: Buffer): Promise<void> {
  const send = async (page: string, fields: Record<string, string>) => {
    await browser.open(`${path}/${page}`)
    const values = typedIn(browser.last.body)
    const answer = await browser.submit(`${path}/${page}`, { ...values, ...fields })
    expect([page, answer.status]).toEqual([page, 200])
  }
  await send('applicant', APPLICANT)
  await send('child', CHILD)
  await send('parents', { parentsKnown: 'mother' })
  await send('mother', MOTHER)
  await browser.open(`${path}/papers`)
  await browser.submitFiles(`${path}/papers`, { birthProof: 'certificate' }, [
    { field: 'birthProofFiles', name: 'Giấy chứng sinh.jpg', bytes: bytes ?? (await picture()) },
  ])
  await send('result', { resultBy: 'electronic' })
  await send('declaration', { declaration: 'yes' })
}

/** What the fields of a page hold already, prefilled or typed before. */
function typedIn(body: string): Record<string, string> {
  const inputs = [...body.matchAll(/<input\b([^>]*)>/g)].map(([, text = '']) => text)
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const [name, value] = ['name', 'value'].map((one) => new RegExp(`\\s${one}="([^"]*)"`).exec(input)?.[1])
      const isText = /type="(text|tel|email)"/.test(input) || /\schecked/.test(input)
      return name && value && isText && !name.startsWith('q') ? [[name, value] as const] : []
    }),
  )
}

test('a citizen files a birth registration for a commune, and holds a receipt that can be checked', async ({
  world,
}) => {
  const { person, browser } = await citizen(world)
  const path = await begin(browser)
  const list = browser.last.body
  await fillIn(browser, path)
  const check = await browser.open(`${path}/kiem-tra`)
  const receipt = await browser.submit(`${path}/nop`)

  expect(list).toContain('Người yêu cầu')
  expect(check.body).toContain('Nguyễn Minh Châu')
  expect(check.body).toContain('05/05/2026')
  expect(check.body).toContain('Giấy chứng sinh.jpg')
  const code = /\/ho-so\/([^/]+)\/bien-nhan/.exec(receipt.url)?.[1] ?? ''
  expect(code).toMatch(/^H26-260511-\d{4}$/)
  expect(await findDossier(world.db, code)).toMatchObject({
    status: 1,
    turn: 'agency',
    door: 'portal',
    procedureCode: '1.001193',
    applicant: { kind: 'person', name: person.name, owner: person.accountId },
  })

  const [, checkCode = ''] = /([0-9A-F]{4}(?:-[0-9A-F]{4}){4})/.exec(receipt.body) ?? []
  await browser.open('/kiem-tra-bien-nhan')
  const genuine = await browser.submit('/kiem-tra-bien-nhan', {
    ma: code,
    maKiemTra: checkCode.toLowerCase(),
  })
  const forged = await browser.submit('/kiem-tra-bien-nhan', {
    ma: code,
    maKiemTra: checkCode.replace(/.$/, 'x'),
  })
  expect(genuine.body).toContain('Biên nhận đúng do cổng này cấp')
  const papers = await Promise.all([1, 2].map(() => browser.open(`/ho-so/${code}/bien-nhan.pdf`)))
  for (const { body } of papers) expect(body).toContain('/SubFilter /ETSI.CAdES.detached')
  expect(forged.body).toContain('Biên nhận không đúng')

  const secret = /Mã bí mật[\s\S]*?([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})</.exec(receipt.body)?.[1] ?? ''
  await browser.open(`/tra-cuu?ma=${code}`)
  expect((await browser.submit('/tra-cuu/chi-tiet', { maBiMat: secret })).status).toBe(200)
})

test('what the account knows is filled in and says where it came from', async ({ world }) => {
  const { browser, person } = await citizen(world)
  const path = await begin(browser)

  const { body } = await browser.open(`${path}/applicant`)

  expect(body).toContain(`value="${person.name}"`)
  expect(body).toContain(`value="${person.personalId}"`)
  expect(body).toContain(`value="${PLACE}"`)
  expect(body).toContain('Lấy từ tài khoản định danh của bạn')
})

test('what is kept without a button is not checked, and tells which questions need no answer now', async ({
  world,
}) => {
  const { browser, person } = await citizen(world)
  const path = await begin(browser)
  await browser.open(`${path}/result`)
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  const keep = (fields: Record<string, string>) =>
    browser.ask(
      'POST',
      `${path}/result`,
      new URLSearchParams({ _csrf: token, _luuNhap: '1', ...fields }).toString(),
    )

  const electronic = await keep({ resultBy: 'electronic', copies: 'hai' })
  const post = await keep({ resultBy: 'post', copies: 'hai' })
  const forged = await browser.ask('POST', `${path}/result`, '_luuNhap=1&resultBy=counter')
  const elsewhere = await browserOf(world, person.accountId)
  const again = await elsewhere.open(`${path}/result`)
  const stranger = await citizen(world)
  const foreign = await stranger.browser.open(`${path}/result`)

  expect(JSON.parse(electronic.body)).toEqual({
    said: expect.stringMatching(/^Đã tự lưu lúc \d\d:\d\d$/),
    unasked: ['postalAddress'],
  })
  expect(JSON.parse(post.body)).toMatchObject({ unasked: [] })
  expect(forged.status).toBe(403)
  expect(again.body).toContain('value="hai"')
  expect(again.body).toMatch(/value="post"[^>]*checked|checked[^>]*value="post"/)
  expect(foreign.status).toBe(404)
})

test('what is wrong stays as it was typed, is told at its field, and is there again on another device', async ({
  world,
}) => {
  const { browser, person } = await citizen(world)
  const path = await begin(browser)
  await browser.open(`${path}/child`)
  const wrong = {
    ...CHILD,
    'child.bornOn-day': '31',
    'child.bornOn-month': '2',
    'child.homeland.unit': 'Nơi không có',
  }

  const answer = await browser.submit(`${path}/child`, wrong)
  const elsewhere = await browserOf(world, person.accountId)
  const again = await elsewhere.open(`${path}/child`)

  expect(answer.status).toBe(422)
  expect(answer.body).toContain('trong lịch không có ngày này')
  expect(answer.body).toContain('href="#child.homeland.unit"')
  for (const { body } of [answer, again]) {
    expect(body).toContain('value="31"')
    expect(body).toContain('value="Nơi không có"')
    expect(body).toContain('value="Nguyễn Minh Châu"')
  }
})

test('a dossier with something missing is not filed, and each line leads to what is missing', async ({
  world,
}) => {
  const { browser } = await citizen(world)
  const path = await begin(browser)

  const check = await browser.open(`${path}/kiem-tra`)
  const forced = await browser.ask(
    'POST',
    `${path}/nop`,
    `_csrf=${encodeURIComponent(tokenOf(browser.last.body))}`,
  )

  expect(check.status).toBe(422)
  expect(check.body).toContain(`href="${path}/child?ve=kiem-tra#child.name"`)
  expect(check.body).not.toContain('>Nộp hồ sơ</button>')
  expect([403, 422]).toContain(forced.status)
})

function tokenOf(body: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
}

test('pressed twice, from two tabs, at the same moment: one dossier, one code', async ({ world }) => {
  const { browser, person } = await citizen(world)
  const path = await begin(browser)
  await fillIn(browser, path)
  await browser.open(`${path}/kiem-tra`)
  const token = tokenOf(browser.last.body)
  const body = `_csrf=${encodeURIComponent(token)}`

  const answers = await Promise.all([1, 2, 3].map(() => browser.ask('POST', `${path}/nop`, body)))

  const places = new Set(answers.map(({ headers }) => headers['location']))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(places.size).toBe(1)
  const { count } = await world.db.one<{ count: number }>(sql`
    select count(*) from register.dossier where owner = ${person.accountId}`)
  expect(count).toBe(1)
})

test.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
  ['a program', 'ảnh.jpg', () => Buffer.from('MZ this is a program'), 'Chỉ nhận tệp PDF'],
  ['a picture with a wrong ending', 'giấy.pdf', () => picture(), 'không đúng với đuôi tên tệp'],
  ['nothing', 'trống.pdf', () => Buffer.alloc(0), 'Tệp không có nội dung'],
  ['eleven megabytes', 'lớn.jpg', () => Buffer.alloc(11 * 1_048_576, 1), 'Tệp lớn hơn 10 MB'],
])(
  '%s as a file is told at its question, and the rest of the page is kept',
  async (_case, name, make, words) => {
    const world = current
    const { browser } = await citizen(world)
    const path = await begin(browser)
    await browser.open(`${path}/papers`)

    const answer = await browser.submitFiles(`${path}/papers`, { birthProof: 'witness' }, [
      { field: 'birthProofFiles', name, bytes: await make() },
    ])

    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toMatch(/value="witness" checked/)
  },
)

let current: World
test.beforeEach(({ world }) => {
  current = world
})

test('the same file twice is one file, a file can be taken away, and nobody can name another’s', async ({
  world,
}) => {
  const { browser } = await citizen(world)
  const other = await citizen(world)
  const path = await begin(browser)
  const bytes = await picture('#00ff00')
  const upload = { field: 'birthProofFiles', name: 'a.jpg', bytes }
  await browser.open(`${path}/papers`)
  await browser.submitFiles(`${path}/papers`, { birthProof: 'certificate', _taiTep: '1' }, [
    upload,
    { ...upload, name: 'b.jpg' },
  ])
  const ids = [...browser.last.body.matchAll(/name="birthProofFiles" value="([0-9a-f-]{36})"/g)].map(
    ([, id = '']) => id,
  )

  const others = await begin(other.browser)
  await other.browser.open(`${others}/papers`)
  await other.browser.submitFiles(
    `${others}/papers`,
    { birthProof: 'certificate', birthProofFiles: ids[0] ?? '', _taiTep: '1' },
    [],
  )
  await browser.open(`${path}/papers`)
  await browser.submitFiles(`${path}/papers`, { _boTep: `birthProofFiles ${ids[0]}` }, [])

  expect(ids).toHaveLength(1)
  expect(other.browser.last.body).not.toContain(ids[0])
  expect(browser.last.body).not.toContain(`value="${ids[0]}"`)
})

test('a draft is deleted and brought back, five are the most, and another’s is not there', async ({
  world,
}) => {
  const { browser } = await citizen(world)
  const path = await begin(browser)
  await browser.open(path)
  const deleted = await browser.submit(`${path}/xoa`)
  const back = await browser.submit(`${path}/khoi-phuc`)
  for (let count = 0; count < 4; count += 1) await begin(browser)
  await begin(browser)
  const stranger = await citizen(world)

  expect(deleted.body).toContain('Đã xóa hồ sơ đang soạn')
  expect(back.body).toContain('Các phần của hồ sơ')
  expect(browser.last.body).toContain('5 hồ sơ chưa nộp')
  expect((await stranger.browser.open(path)).status).toBe(404)
  expect((await stranger.browser.open(`${path}/child`)).status).toBe(404)
})

test('a program files with the schema of the form, and the same key again is the same receipt', async ({
  world,
}) => {
  const { person } = await citizen(world)
  const cookie = `phien=${await sessionOf(world, person.accountId)}`
  const form = await world.app.inject('/api/v1/procedures/1.001193/form')
  const handle = await communeAgency(world)
  const answers = birthAnswers(await fileOf(world, person.accountId))
  const send = (body: object, key = 'key-0001-abcdef') =>
    world.app.inject({
      method: 'POST',
      url: '/api/v1/dossiers',
      headers: { cookie, 'idempotency-key': key, accept: 'application/json' },
      payload: body,
    })

  const first = await send({ procedure: '1.001193', agency: handle, answers })
  const again = await send({ procedure: '1.001193', agency: handle, answers })
  const other = await send({
    procedure: '1.001193',
    agency: handle,
    answers: { ...answers, resultBy: 'counter' },
  })
  const wrong = await send({ procedure: '1.001193', agency: handle, answers: {} }, 'key-0002-abcdef')
  const noAgency = await send({ procedure: '1.001193', agency: 'G22', answers }, 'key-0003-abcdef')
  const noKey = await send({ procedure: '1.001193', agency: handle, answers }, 'x')

  expect(form.json()).toMatchObject({
    id: 'birth-registration',
    isGeneric: false,
    answerSchema: { type: 'object' },
  })
  expect([first.statusCode, again.statusCode]).toEqual([201, 200])
  expect(again.json()).toEqual(first.json())
  expect(other.statusCode).toBe(422)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('child.name')
  expect(noAgency.statusCode).toBe(422)
  expect(noKey.statusCode).toBe(400)
  const { code } = first.json<{ code: string }>()
  expect((await timelineOf(world.db, code)).map(({ act }) => act)).toEqual(['submit'])
})

test('a form that changed meanwhile costs no answer', async ({ world }) => {
  const { browser } = await citizen(world)
  const path = await begin(browser)
  await browser.open(`${path}/child`)
  await browser.submit(`${path}/child`, CHILD)
  await world.db.run(sql`
    insert into forms.definition (id, version, procedure_code, content, digest, stored_by, stored_at)
    select id, version + 1, procedure_code, content, digest || 'x', 'test', stored_at + interval '1 day'
      from forms.definition where id = 'birth-registration' order by version desc limit 1`)

  const list = await browser.open(path)
  const child = await browser.open(`${path}/child`)

  expect(list.body).toContain('Biểu mẫu của thủ tục đã được cập nhật')
  expect(child.body).toContain('value="Nguyễn Minh Châu"')
})

test('my dossiers show what I must do first, I can write, withdraw, and rate only what has a result', async ({
  world,
}) => {
  const { browser } = await citizen(world)
  const empty = await browser.open('/ho-so')
  const path = await begin(browser)
  await fillIn(browser, path)
  await browser.open(`${path}/kiem-tra`)
  await browser.submit(`${path}/nop`)
  const code = /\/ho-so\/([^/]+)\//.exec(browser.last.url)?.[1] ?? ''

  const listed = await browser.open('/ho-so')
  await browser.open(`/ho-so/${code}`)
  const nothing = await browser.submit(`/ho-so/${code}/tin-nhan`, { noiDung: ' ' })
  const written = await browser.submit(`/ho-so/${code}/tin-nhan`, { noiDung: 'Tôi gửi thêm được không?' })
  const noReason = await browser.submit(`/ho-so/${code}/rut`, { lyDo: '' })
  const gone = await browser.submit(`/ho-so/${code}/rut`, { lyDo: 'Nộp nhầm nơi' })
  const file = /\/ho-so\/[^"]+\/tep\/[0-9a-f-]{36}/.exec(gone.body)?.[0] ?? ''
  const opened = await browser.ask('GET', file)
  const stranger = await citizen(world)

  expect(empty.body).toContain('Bạn chưa nộp hồ sơ nào')
  expect(listed.body).toContain('Bạn không phải làm gì lúc này')
  expect(nothing.status).toBe(422)
  expect(written.body).toContain('Tôi gửi thêm được không?')
  expect(noReason.status).toBe(422)
  expect(gone.body).toContain('Đã rút theo yêu cầu')
  expect(opened).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } })
  expect(opened.headers['content-security-policy']).toContain('sandbox')
  expect((await stranger.browser.open(`/ho-so/${code}`)).status).toBe(404)
  expect((await stranger.browser.ask('GET', file)).status).toBe(404)
  const rated = await browser
    .open(`/ho-so/${code}`)
    .then(() => browser.submit(`/ho-so/${code}/danh-gia`, { muc: '3' }))
  expect(rated.body).toContain('Rất hài lòng')
})

test('a program sends a file as its bytes, and only as that', async ({ world }) => {
  const { person } = await citizen(world)
  const cookie = `phien=${await sessionOf(world, person.accountId)}`
  const send = (payload: Buffer, type: string, name = encodeURIComponent('Giấy chứng sinh.jpg')) =>
    world.app.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { cookie, 'content-type': type, 'x-file-name': name, accept: 'application/json' },
      payload,
    })

  const kept = await send(await picture(), 'application/octet-stream')
  const lying = await send(await picture(), 'application/octet-stream', 'a.pdf')
  const form = await send(Buffer.from('a=1'), 'application/x-www-form-urlencoded')
  const nobody = await world.app.inject({ method: 'POST', url: '/api/v1/files', payload: Buffer.from('x') })

  expect(kept.statusCode).toBe(201)
  expect(kept.json()).toMatchObject({ name: 'Giấy chứng sinh.jpg', mediaType: 'image/jpeg' })
  expect(lying.statusCode).toBe(422)
  expect(form.statusCode).toBe(422)
  expect(nobody.statusCode).toBe(401)
})
