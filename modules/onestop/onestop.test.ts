import { expect } from 'vitest'
import { sql } from '#platform/db'
import { findDossier, timelineOf } from '#register'
import type { BrowserLike } from '../../test/support/browser-like.ts'
import { communeAgency, fileBirth, picture, settle } from '../../test/support/filing.ts'
import { addOfficial, addPerson, browserOf } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'
import { DEFAULT_PROCESS, mistakesOfProcess, processOf } from './process.ts'
import { shortName } from './queue.ts'
import { storeProcess } from './store-process.ts'
import { countWork, placeWork } from './work.ts'

type Desk = {
  agency: string
  browser: BrowserLike
  citizen: BrowserLike
  code: string
  owner: string
  officer: string
}

async function desk(world: World, at = 0): Promise<Desk> {
  const agency = await communeAgency(world, at)
  const person = await addPerson(world.db)
  const official = await addOfficial(world.db, { agency, roles: ['officer'] })
  const code = await fileBirth(world, person, agency)
  return {
    agency,
    code,
    owner: person.accountId,
    officer: official.accountId,
    browser: await browserOf(world, official.accountId, { kind: 'official' }),
    citizen: await browserOf(world, person.accountId),
  }
}

async function act({ browser, code }: Desk, name: string, fields: Record<string, string> = {}) {
  await browser.open(`/mot-cua/ho-so/${code}`)
  return browser.submit(`/mot-cua/ho-so/${code}/${name}`, fields)
}

const statusOf = async (world: World, { code }: Desk) => (await findDossier(world.db, code))?.status

test('a filed dossier is taken up, appraised, approved, issued and returned, and the applicant has the result', async ({
  world,
}) => {
  const here = await desk(world)
  const { browser, citizen, code } = here
  const queue = await browser.open('/mot-cua')
  const opened = await browser.open(`/mot-cua/ho-so/${code}`)

  const received = await act(here, 'tiep-nhan', { thoiHan: '0' })
  await act(here, 'chuyen', { buoc: 'appraisal' })
  const early = await browser
    .open(`/mot-cua/ho-so/${code}`)
    .then(({ body }) => body.includes(`/mot-cua/ho-so/${code}/ket-qua"`))
  await act(here, 'chuyen', { buoc: 'approval' })
  await act(here, 'chuyen', { buoc: 'issue' })
  await browser.open(`/mot-cua/ho-so/${code}`)
  const issued = await browser.submitFiles(
    `/mot-cua/ho-so/${code}/ket-qua`,
    { ten: 'Giấy khai sinh', so: '12/2026' },
    [{ field: 'tepKetQua', name: 'giấy khai sinh.jpg', bytes: await picture('#ffeeee') }],
  )
  const mine = await citizen.open(`/ho-so/${code}`)
  const result = await citizen.ask('GET', `/ho-so/${code}/ket-qua/1`)
  await act(here, 'tra-ket-qua')
  await citizen.open(`/ho-so/${code}`)
  const rated = await citizen.submit(`/ho-so/${code}/danh-gia`, { muc: '3', gopY: 'Nhanh' })

  expect(queue.body).toContain(code)
  expect(queue.body).toContain('N. T. Hoa')
  expect(queue.body).not.toContain('Nguyễn Thị Hoa')
  expect(opened.body).toContain('Nguyễn Minh Châu')
  expect(received.body).toContain('Đã ghi nhận')
  expect(early).toBe(false)
  expect(issued.body).toContain('Đã ghi nhận')
  expect(mine.body).toContain('Giấy khai sinh')
  expect(result).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } })
  expect(result.headers['content-disposition']).toContain('attachment')
  expect(rated.body).toContain('Rất hài lòng')
  expect(await statusOf(world, here)).toBe(10)
  const events = await timelineOf(world.db, code)
  expect(events.map(({ act: did }) => did)).toEqual([
    'submit',
    'receive',
    'start',
    'handed_over',
    'handed_over',
    'finish',
    'return',
    'rated',
  ])
  expect(events[1]?.by).toMatchObject({ kind: 'official', post: 'Công chức một cửa', agency: here.agency })
})

test('every opening by an officer stands in the applicant’s access log, with the dossier', async ({
  world,
}) => {
  const { browser, code, owner, officer } = await desk(world)

  await browser.open(`/mot-cua/ho-so/${code}`)

  const entries = await world.db.many<{ reader: string; purpose: string; dossierCode: string }>(sql`
    select reader, purpose, dossier_code from identity.access_entry where subject = ${owner}`)
  expect(entries).toEqual([{ reader: officer, purpose: 'handle_dossier', dossierCode: code }])
})

test('a supplement is asked for once, pinned to its question, and answered on another device', async ({
  world,
}) => {
  const here = await desk(world)
  const { citizen, code } = here
  await act(here, 'tiep-nhan', { thoiHan: '0' })
  const nothing = await act(here, 'bo-sung', { 'lyDo-bo-sung': 'Ảnh mờ' })

  const asked = await act(here, 'bo-sung', {
    'muc.birthProofFiles': 'Chụp lại, đủ bốn góc',
    'lyDo-bo-sung': 'Ảnh giấy chứng sinh bị mờ',
    canCu: 'Nghị định 123/2015/NĐ-CP, Điều 15',
  })
  const list = await citizen.open('/ho-so')
  const page = await citizen.open(`/ho-so/${code}/bo-sung`)
  const answered = await citizen.submitFiles(`/ho-so/${code}/bo-sung`, { birthProof: 'certificate' }, [
    { field: 'birthProofFiles', name: 'rõ hơn.jpg', bytes: await picture('#123456') },
  ])
  const again = await act(here, 'bo-sung', { muc: 'Thêm giấy tờ', 'lyDo-bo-sung': 'Còn thiếu' })
  const overridden = await act(here, 'bo-sung', {
    muc: 'Thêm giấy tờ',
    'lyDo-bo-sung': 'Còn thiếu',
    ngoaiLe: 'Giấy tờ nộp sau có nội dung khác',
  })

  expect(nothing.status).toBe(422)
  expect(asked.body).toContain('Đã ghi nhận')
  expect(list.body).toContain(`href="/ho-so/${code}/bo-sung"`)
  expect(page.body).toContain('Chụp lại, đủ bốn góc')
  expect(page.body).toContain('href="#birthProofFiles"')
  expect(page.body).not.toContain('name="child.name"')
  expect(answered.body).toContain('Đã gửi bổ sung')
  expect(answered.body).toContain('rõ hơn.jpg')
  expect(again.status).toBe(422)
  expect(again.body).toContain('không quá một lần')
  expect(overridden.body).toContain('Đã ghi nhận')
  const last = (await timelineOf(world.db, code)).at(-1)
  expect(last?.details).toMatchObject({ isOverride: true, override: 'Giấy tờ nộp sau có nội dung khác' })
})

test('before reception a paper may be asked for, and a dossier may be refused, with a reason', async ({
  world,
}) => {
  const here = await desk(world)
  await act(here, 'bo-sung', { muc: 'Ký tên', 'lyDo-bo-sung': 'Thiếu chữ ký' })
  const waiting = await countWork(world.db, here.agency, world.services.clock())
  const refusedTooSoon = await here.browser.ask('POST', `/mot-cua/ho-so/${here.code}/tiep-nhan`)
  const other = await desk(world)
  const noReason = await act(other, 'tu-choi', { 'lyDo-tu-choi': '' })
  await act(other, 'tu-choi', { 'lyDo-tu-choi': 'Không thuộc thẩm quyền của xã' })

  expect(await findDossier(world.db, here.code)).toMatchObject({ status: 1, turn: 'applicant' })
  expect(waiting.applicant).toBeGreaterThan(0)
  expect(refusedTooSoon.status).toBeGreaterThanOrEqual(400)
  expect(noReason.status).toBe(422)
  expect(await statusOf(world, other)).toBe(3)
  expect((await other.citizen.open(`/ho-so/${other.code}`)).body).toContain('Không thuộc thẩm quyền của xã')
})

test('late: an apology with a new day, once', async ({ world }) => {
  const here = await desk(world)
  await act(here, 'tiep-nhan', { thoiHan: '0' })
  const wrong = await act(here, 'gia-han', { ngayMoi: '32/13/2026', 'lyDo-gia-han': 'Chờ xác minh' })
  const earlier = await act(here, 'gia-han', { ngayMoi: '10/05/2026', 'lyDo-gia-han': 'Chờ xác minh' })
  const put = await act(here, 'gia-han', {
    ngayMoi: '29/05/2026',
    'lyDo-gia-han': 'Chờ xác minh của công an xã',
  })
  const again = await here.browser.open(`/mot-cua/ho-so/${here.code}`)

  expect([wrong.status, earlier.status]).toEqual([422, 422])
  expect(put.body).toContain('Đã ghi nhận')
  expect((await findDossier(world.db, here.code))?.dueAt).toEqual(new Date('2026-05-29T17:00:00+07:00'))
  expect(again.body).not.toContain(`action="/mot-cua/ho-so/${here.code}/gia-han"`)
  expect((await here.citizen.open(`/ho-so/${here.code}`)).body).toContain('Chờ xác minh của công an xã')
})

test('money, a stop, an opinion, a note, an assignment, a message: each leaves its step', async ({
  world,
}) => {
  const here = await desk(world)
  await act(here, 'tiep-nhan', { thoiHan: '0' })
  await act(here, 'chuyen', { buoc: 'appraisal' })
  await act(here, 'hoi-y-kien', { donVi: 'Công an xã', cauHoi: 'Xác minh nơi cư trú' })
  const consulting = await countWork(world.db, here.agency, world.services.clock())
  await act(here, 'y-kien', { yKien: 'Đúng' })
  await act(here, 'nghia-vu', { 'lyDo-nghia-vu': 'Lệ phí 8.000 đồng' })
  await act(here, 'da-nop-tien')
  await act(here, 'ghi-chu', { ghiChu: 'Đã gọi điện' })
  await act(here, 'phan-cong', { nguoi: here.officer })
  await here.browser.open(`/mot-cua/ho-so/${here.code}`)
  await here.browser.submit(`/mot-cua/ho-so/${here.code}/tin-nhan`, { noiDung: 'Mời anh chị đến ký.' })
  await act(here, 'dung', { 'lyDo-dung': 'Chờ bản án' })
  await act(here, 'tiep-tuc', { 'lyDo-tiep-tuc': 'Đã có bản án' })
  const citizen = await here.citizen.open(`/ho-so/${here.code}`)

  expect(consulting.other_unit).toBe(1)
  expect((await timelineOf(world.db, here.code)).map(({ act: did }) => did)).toEqual([
    'submit',
    'receive',
    'start',
    'consulted',
    'opinion_given',
    'ask_payment',
    'confirm_payment',
    'noted',
    'assigned',
    'message',
    'stop',
    'resume',
  ])
  expect(citizen.body).toContain('Mời anh chị đến ký.')
  expect(citizen.body).not.toContain('Đã gọi điện')
})

test('an officer of another agency, and one without the role, find nothing', async ({ world }) => {
  const { code } = await desk(world)
  const other = await addOfficial(world.db, { agency: 'H21', roles: ['officer'] })
  const auditor = await addOfficial(world.db, { agency: 'H21', roles: ['auditor'] })

  for (const { accountId } of [other, auditor]) {
    const browser = await browserOf(world, accountId, { kind: 'official' })
    const page = await browser.open(`/mot-cua/ho-so/${code}`)
    expect([403, 404]).toContain(page.status)
    expect(page.body).not.toContain('Nguyễn')
  }
})

test('two officers at one dossier: the second is told, and sees what they typed', async ({ world }) => {
  const here = await desk(world)
  await here.browser.open(`/mot-cua/ho-so/${here.code}`)
  const colleague = await addOfficial(world.db, {
    agency: here.agency,
    roles: ['officer'],
    name: 'Trần Thị Cúc',
  })
  const other = { ...here, browser: await browserOf(world, colleague.accountId, { kind: 'official' }) }
  await act(other, 'tiep-nhan', { thoiHan: '0' })

  const late = await here.browser.submit(`/mot-cua/ho-so/${here.code}/tu-choi`, {
    'lyDo-tu-choi': 'Sai nơi nộp',
  })

  expect(late.status).toBe(422)
  expect(late.body).toContain('Người khác vừa thay đổi hồ sơ này')
  expect(await statusOf(world, here)).toBe(2)
})

test('counts are right after everything that happens, however often and in whatever order events arrive', async ({
  world,
}) => {
  const here = await desk(world)
  const others = await Promise.all([desk(world), desk(world)])
  await act(here, 'tiep-nhan', { thoiHan: '0' })
  await act(others[0] as Desk, 'tu-choi', { 'lyDo-tu-choi': 'Không đúng' })
  await settle(world)
  for (let round = 0; round < 3; round += 1) {
    await world.db.transaction((tx) => placeWork(tx, here.code))
  }
  const now = new Date('2026-05-13T16:00:00+07:00')

  const counts = await countWork(world.db, here.agency, now)

  const rows = await world.db.many<{ queue: string; count: number; late: number }>(sql`
    select queue, count(*)::int as count, (count(*) filter (where act_by < ${now}))::int as late
      from onestop.work where agency = ${here.agency} and queue <> 'closed' group by queue`)
  for (const { queue, count } of rows) expect([queue, counts[queue as 'new']]).toEqual([queue, count])
  const late = rows
    .filter(({ queue }) => queue === 'new' || queue === 'handling')
    .reduce((sum, row) => sum + row.late, 0)
  expect(counts.late).toBe(late)
  expect(late).toBeGreaterThan(0)
})

test('many dossiers are taken at once, and one that somebody changed stays as it is', async ({ world }) => {
  const [one, two] = [await desk(world), await desk(world)]
  const page = await one.browser.open('/mot-cua?hang=new')
  await act(two, 'ghi-chu', { ghiChu: 'đang xem' })
  await one.browser.open('/mot-cua?hang=new')
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const body = new URLSearchParams([
    ['_csrf', token],
    ['hang', 'new'],
    ['ma', `${one.code} 1`],
    ['ma', `${two.code} 1`],
  ])

  const answer = await one.browser.ask('POST', '/mot-cua/nhan', body.toString())
  const after = await one.browser.open(answer.headers['location'] ?? '')

  expect(after.body).toContain('Đã phân công 1 hồ sơ; 1 hồ sơ đã có người khác thay đổi')
  expect((await one.browser.open('/mot-cua?hang=mine')).body).toContain(one.code)
  expect((await one.browser.open(`/mot-cua/mo?ma=${one.code.toLowerCase()}`)).status).toBe(200)
})

test('every queue opens, and an address with nonsense is answered', async ({ world }) => {
  const { browser } = await desk(world)

  for (const tab of [
    'new',
    'today',
    'late',
    'handling',
    'mine',
    'applicant',
    'payment',
    'other_unit',
    'return',
    'stopped',
    'closed',
  ]) {
    expect([tab, (await browser.open(`/mot-cua?hang=${tab}`)).status]).toEqual([tab, 200])
  }
  expect((await browser.open('/mot-cua?hang=xyz')).status).toBe(400)
  expect((await browser.open('/mot-cua?sau=1%27;drop')).status).toBe(200)
})

test('the default process is sound, and a name is shortened to what a desk needs', () => {
  expect(mistakesOfProcess(DEFAULT_PROCESS)).toEqual([])
  expect(mistakesOfProcess([{ ...DEFAULT_PROCESS[0], next: ['nowhere'] } as never])).toHaveLength(3)
  expect(shortName('Nguyễn Thị Ánh Nguyệt')).toBe('N. T. Á. Nguyệt')
  expect(shortName('Công ty')).toBe('C. ty')
})

test('the papers of a dossier are there when there is a reason for them, and the ledger in three formats', async ({
  world,
}) => {
  const here = await desk(world)
  const { browser, citizen, code } = here
  const before = await browser.ask('GET', `/mot-cua/ho-so/${code}/mau/1.pdf`)
  await act(here, 'tiep-nhan', { thoiHan: '0' })
  await act(here, 'bo-sung', { muc: 'Ký tên', 'lyDo-bo-sung': 'Thiếu chữ ký' })
  await citizen.open(`/ho-so/${code}/bo-sung`)
  await citizen.submitFiles(`/ho-so/${code}/bo-sung`, { birthProof: 'certificate' }, [])
  await act(here, 'gia-han', { ngayMoi: '29/05/2026', 'lyDo-gia-han': 'Chờ xác minh' })
  await act(here, 'dung', { 'lyDo-dung': 'Chờ bản án' })
  const other = await desk(world)
  await act(other, 'tu-choi', { 'lyDo-tu-choi': 'Sai nơi nộp' })

  for (const number of [1, 2, 4, 5, 6]) {
    const paper = await browser.ask('GET', `/mot-cua/ho-so/${code}/mau/${number}.pdf`)
    expect([number, paper.status, paper.headers['content-type']]).toEqual([number, 200, 'application/pdf'])
  }
  expect((await other.browser.ask('GET', `/mot-cua/ho-so/${other.code}/mau/3.pdf`)).status).toBe(200)
  expect((await citizen.ask('GET', `/ho-so/${code}/bien-nhan.pdf`)).headers['content-type']).toBe(
    'application/pdf',
  )
  expect(before.status).toBe(404)
  const csv = await browser.ask('GET', '/mot-cua/so.csv?hang=stopped')
  expect(csv.body).toContain(`${code},Thủ tục đăng ký khai sinh,N. T. Hoa`)
  expect((await browser.ask('GET', '/mot-cua/so.xlsx?hang=stopped')).headers['content-type']).toContain(
    'spreadsheetml',
  )
  expect((await browser.ask('GET', '/mot-cua/so.pdf?hang=stopped')).headers['content-type']).toBe(
    'application/pdf',
  )
})

test('papers brought to the counter are received at once, with a due day, and the applicant’s account shows the dossier', async ({
  world,
}) => {
  const { browser, agency } = await desk(world)
  const person = await addPerson(world.db, { name: 'Trần Văn Dũng' })
  const unknown = await browser.open('/mot-cua/tiep-nhan?thuTuc=9.999999')
  await browser.open('/mot-cua/tiep-nhan?thuTuc=1.004873')
  const path = new URL(browser.last.url).pathname
  const fields = {
    _ten: person.name,
    _so: person.personalId,
    _loai: 'person',
    _kenh: 'desk',
    'applicant.name': person.name,
    'applicant.personalId': person.personalId,
    'applicant.bornOn-day': '12',
    'applicant.bornOn-month': '3',
    'applicant.bornOn-year': '1985',
    'applicant.residence.unit': 'Phường Cầu Giấy, Thành phố Hà Nội',
    'applicant.phone': '0912345678',
    status: 'single',
    purpose: 'work',
    resultBy: 'counter',
    declaration: 'yes',
  }

  const noLimit = await browser.submitFiles(path, fields, [])
  const received = await browser.submitFiles(path, { ...fields, _thoiHan: '0' }, [])

  expect(unknown.status).toBe(422)
  expect(noLimit.status).toBe(422)
  expect(noLimit.body).toContain('Hãy chọn thời hạn giải quyết')
  expect(noLimit.body).toContain(`value="${person.personalId}"`)
  const code = /\/mot-cua\/ho-so\/([^?]+)/.exec(received.url)?.[1] ?? ''
  expect(await findDossier(world.db, code)).toMatchObject({
    status: 2,
    door: 'desk',
    agency,
    applicant: { name: person.name, owner: person.accountId },
    dueAt: new Date('2026-05-14T09:30:00+07:00'),
  })
  const [filed] = await timelineOf(world.db, code)
  expect(filed?.by).toMatchObject({ kind: 'official', post: 'Công chức một cửa' })
  const citizen = await browserOf(world, person.accountId)
  expect((await citizen.open('/ho-so')).body).toContain(code)
  expect((await browser.ask('GET', `/mot-cua/ho-so/${code}/mau/1.pdf`)).status).toBe(200)
})

test('results take the numbers of the agency in order, one that fails gives its number back, and the register lists them', async ({
  world,
}) => {
  const here = await desk(world, 2)
  const person = await addPerson(world.db)
  const others = [await fileBirth(world, person, here.agency), await fileBirth(world, person, here.agency)]
  const finish = async (code: string, bytes: Buffer) => {
    const path = `/mot-cua/ho-so/${code}`
    await here.browser.open(path)
    const fields = { ten: 'Giấy khai sinh', so: 'không dùng', laySo: '1' }
    return here.browser.submitFiles(`${path}/ket-qua`, fields, [
      { field: 'tepKetQua', name: 'kết quả.jpg', bytes },
    ])
  }
  for (const code of [here.code, ...others]) {
    await act({ ...here, code }, 'tiep-nhan', { thoiHan: '0' })
    for (const buoc of ['appraisal', 'approval', 'issue']) await act({ ...here, code }, 'chuyen', { buoc })
  }

  await finish(here.code, await picture())
  const empty = await finish(others[0] ?? '', Buffer.from('MZ: this is no picture'))
  await finish(others[1] ?? '', await picture('#abcdef'))
  const list = await here.browser.ask('GET', '/mot-cua/so-ket-qua.csv')
  const sheet = await here.browser.ask('GET', '/mot-cua/so-ket-qua.xlsx')
  const lastYear = await here.browser.ask('GET', '/mot-cua/so-ket-qua.csv?nam=2025')

  expect(empty.status).toBe(422)
  expect(
    list.body
      .split('\r\n')
      .slice(1, 3)
      .map((line) => line.split(',').slice(0, 2)),
  ).toEqual([
    ['2/2026', others[1]],
    ['1/2026', here.code],
  ])
  expect(sheet.status).toBe(200)
  expect(lastYear.body).not.toContain('2026')
  const numbers = await world.db.many<{ resultNumber: string }>(sql`
    select r.result_number from filing.result r
     where r.dossier_code = any(${[here.code, ...others]}::text[]) order by r.at`)
  expect(numbers).toEqual([{ resultNumber: '1/2026' }, { resultNumber: '2/2026' }])
})

test('chosen dossiers are dealt to whoever has least to do', async ({ world }) => {
  const here = await desk(world, 1)
  const { agency, browser } = here
  const colleague = await addOfficial(world.db, { agency, name: 'Ngô Văn Rảnh', roles: ['officer'] })
  const person = await addPerson(world.db)
  const codes = [here.code]
  for (let count = 0; count < 4; count += 1) codes.push(await fileBirth(world, person, agency))
  await act(here, 'phan-cong', { nguoi: here.officer })
  const versions = await world.db.many<{ dossierCode: string; version: number }>(sql`
    select w.dossier_code, w.version from onestop.work w
     where w.agency = ${agency} and w.dossier_code = any(${codes.slice(1)}::text[])`)
  await browser.open('/mot-cua?hang=new')
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  const chosen = versions.map(({ dossierCode, version }) => ['ma', `${dossierCode} ${version}`])
  const body = new URLSearchParams([
    ['_csrf', token],
    ['coQuan', agency],
    ['hang', 'new'],
    ['cach', 'chia'],
    ...chosen,
  ])

  const answer = await browser.ask('POST', '/mot-cua/nhan', body.toString())

  expect(answer.headers['location']).toContain('xong=4')
  const loads = await world.db.many<{ assignee: string; count: number }>(sql`
    select w.assignee, count(*)::int as count from onestop.work w where w.agency = ${agency} group by w.assignee`)
  // One was there already: the colleague gets the first, and of five nobody has more than three.
  const byOfficer = new Map(loads.map(({ assignee, count }) => [assignee, count]))
  expect((byOfficer.get(here.officer) ?? 0) + (byOfficer.get(colleague.accountId) ?? 0)).toBe(5)
  expect(Math.max(...byOfficer.values())).toBe(3)
  const plan = await world.db.many<object>(sql`
    explain select w.assignee, count(*) from onestop.work w
     where w.agency = ${agency} and w.assignee is not null and w.queue in ('new', 'handling', 'other_unit', 'return')
     group by w.assignee`)
  expect(plan.map((row) => Object.values(row).join('')).join('\n')).not.toContain('Seq Scan')
})

test('a queue page and its counts go by their index, however much work there is', async ({ world }) => {
  const { db } = world
  await db.run(sql`
    insert into onestop.work (agency, dossier_code, version, queue, act_by, procedure_code, procedure_name, applicant, step, assignee, arrived_at)
    select 'bulk', 'B' || n, 1, (array['new', 'handling', 'applicant'])[1 + n % 3], now() + (n % 4000 - 1000) * interval '6 minutes',
           '1.001193', 'Khai sinh', 'N. Hoa', 'appraisal', case when n % 500 = 0 then 'me' end, now()
      from generate_series(1, 40000) n`)
  await db.run(sql`analyze onestop.work`)

  const plans = await Promise.all(
    [
      sql`select w.dossier_code from onestop.work w where w.agency = 'bulk' and w.queue = 'handling'
             and w.act_by >= now() and w.act_by < now() + interval '8 hours'
           order by w.act_by, w.dossier_code limit 31`,
      sql`select w.dossier_code from onestop.work w where w.agency = 'bulk' and w.assignee = 'me'
             and w.queue in ('new', 'handling', 'other_unit', 'return')
           order by w.act_by, w.dossier_code limit 31`,
      sql`select count(*) from onestop.work w where w.agency = 'bulk' and w.queue = any (array['new', 'handling'])
             and w.act_by >= now() and w.act_by < now() + interval '1 hour'`,
    ].map(async (query) => {
      const rows = await db.many<object>(sql`explain ${query}`)
      return rows.map((row) => Object.values(row).join('')).join('\n')
    }),
  )

  expect(plans[0]).toContain('work_queue_idx')
  expect(plans[0]).not.toContain('Sort')
  expect(plans[1]).toContain('work_assignee_idx')
  expect(plans[1]).not.toContain('Sort')
  expect(plans[2]).toContain('work_queue_idx')
  for (const plan of plans) expect(plan).not.toContain('Seq Scan')
})

test('an agency that handles things on the spot has a process of its own, and a wrong one is refused', async ({
  world,
}) => {
  const { agency } = await desk(world)
  const spot = {
    id: 'reception',
    name: { vi: 'Tại chỗ', en: 'On the spot' },
    share: 1,
    next: [],
    mayFinish: true,
  }
  const stored = { agency, steps: [spot], by: 'test', now: world.services.clock() }

  await world.db.transaction((tx) => storeProcess(tx, { ...stored, procedureCode: '1.000656' }))

  expect(await processOf(world.db, { agency, procedureCode: '1.000656' })).toEqual([spot])
  expect(await processOf(world.db, { agency, procedureCode: '1.001193' })).toEqual(DEFAULT_PROCESS)
  expect(await processOf(world.db, { agency: 'H21', procedureCode: '1.000656' })).toEqual(DEFAULT_PROCESS)
  await expect(
    world.db.transaction((tx) => storeProcess(tx, { ...stored, steps: [{ ...spot, share: 0.5 }] })),
  ).rejects.toThrow('onestop.process_wrong')
})
