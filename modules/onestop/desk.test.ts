import { expect } from 'vitest'
import { sql } from '#platform/db'
import { communeAgency, fileBirth } from '../../test/support/filing.ts'
import { addOfficial, addPerson, browserOf } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'
import { remind } from './remind.ts'

const HOUR = 3_600_000

async function desk(world: World, at: number, count = 1) {
  const agency = await communeAgency(world, at)
  const officer = await addOfficial(world.db, { agency, roles: ['officer'] })
  const manager = await addOfficial(world.db, { agency, roles: ['administrator'] })
  const codes: string[] = []
  for (let number = 0; number < count; number += 1)
    codes.push(await fileBirth(world, await addPerson(world.db), agency))
  const browser = await browserOf(world, officer.accountId, { kind: 'official' })
  return { agency, officer, manager, codes, code: codes[0] ?? '', browser }
}

async function setDue(world: World, code: string, due: Date) {
  await world.db.run(sql`update onestop.work set act_by = ${due} where dossier_code = ${code}`)
}

test('a queue is looked at by procedure, step and officer, and kept under a name', async ({ world }) => {
  const { browser, agency, officer, codes } = await desk(world, 20, 2)
  const [first = '', second = ''] = codes
  await browser.open(`/mot-cua/ho-so/${first}`)
  await browser.submit(`/mot-cua/ho-so/${first}/phan-cong`, { nguoi: officer.accountId })
  const seen = async (query: string) => {
    const { body } = await browser.open(`/mot-cua?hang=new&${query}`)
    return codes.map((code) => body.includes(`/mot-cua/ho-so/${code}"`))
  }

  expect(await seen('')).toEqual([true, true])
  expect(await seen('nguoi=chua-phan-cong')).toEqual([false, true])
  expect(await seen(`nguoi=${officer.accountId}`)).toEqual([true, false])
  expect(await seen('thuTuc=1.001193')).toEqual([true, true])
  expect(await seen('thuTuc=1.004873')).toEqual([false, false])
  expect(await seen('buoc=approval')).toEqual([false, false])

  await browser.open('/mot-cua?hang=new&nguoi=chua-phan-cong')
  const unnamed = await browser.submit('/mot-cua/cach-xem', { ten: ' ' })
  const saved = await browser.submit('/mot-cua/cach-xem', { ten: 'Chưa ai nhận' })
  const csv = await browser.ask('GET', '/mot-cua/so.csv?hang=new&nguoi=chua-phan-cong')

  expect(unnamed.body).toContain('Hãy đặt tên cho cách xem')
  expect(saved.body).toContain('Đã lưu cách xem')
  expect(saved.body).toContain(
    `<a href="/mot-cua?hang=new&amp;coQuan=${agency}&amp;nguoi=chua-phan-cong">Chưa ai nhận</a>`,
  )
  expect([csv.body.includes(first), csv.body.includes(second)]).toEqual([false, true])
  await browser.open('/mot-cua?hang=new')
  const dropped = await browser.submit('/mot-cua/cach-xem/bo')
  expect(dropped.body).not.toContain('Chưa ai nhận')
})

test('nobody sees or drops the views of another, and there are twenty of them at most', async ({ world }) => {
  const { browser, agency } = await desk(world, 21)
  const other = await addOfficial(world.db, { agency, roles: ['officer'] })
  const theirs = await browserOf(world, other.accountId, { kind: 'official' })
  for (let number = 1; number <= 21; number += 1) {
    await browser.open('/mot-cua?hang=new')
    await browser.submit('/mot-cua/cach-xem', { ten: `Cách ${number}` })
  }
  await theirs.open('/mot-cua?hang=new')
  await theirs.submit('/mot-cua/cach-xem', { ten: 'Của tôi' })
  await theirs.submit('/mot-cua/cach-xem/bo', { ten: 'Cách 1' })

  const mine = await browser.open('/mot-cua?hang=new')
  expect(mine.body.match(/>Cách \d+</g)).toHaveLength(20)
  expect(mine.body).not.toContain('Của tôi')
})

test('a view is found by its index, however much work there is', async ({ world }) => {
  const { agency } = await desk(world, 22)
  await world.db.run(sql`
    insert into onestop.work (agency, dossier_code, version, queue, act_by, procedure_code, procedure_name, applicant, step, arrived_at)
    select ${agency}, 'H36.9-261101-' || lpad(i::text, 6, '0'), 1, 'handling', now() + i * interval '1 minute',
           '9.' || lpad((i % 200)::text, 6, '0'), 'Thủ tục', 'N. V. A', 'appraisal', now()
      from generate_series(1, 20000) i`)
  await world.db.run(sql`analyze onestop.work`)
  const plan = await world.db.many<{ 'QUERY PLAN': string }>(sql`
    explain (analyze, costs off, timing off, summary off)
    select w.dossier_code
      from onestop.work w
     where w.agency = ${agency} and w.queue = 'handling' and w.act_by >= '-infinity' and w.procedure_code = '9.000007'
     order by w.act_by, w.dossier_code
     limit 31`)

  const text = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(text).toContain('work_procedure_idx')
  expect(text).not.toMatch(/Sort|Filter/)
  await world.db.run(sql`delete from onestop.work where agency = ${agency} and procedure_code like '9.%'`)
})

test('who has a dossier is told before it is due, the manager after that, and both when it is late: each once', async ({
  world,
}) => {
  const { code, officer, manager, browser } = await desk(world, 23)
  // A Monday at nine: two working hours on it is eleven.
  const due = new Date('2026-11-23T04:00:00Z')
  await setDue(world, code, due)
  await world.db.run(sql`
    insert into onestop.tally (agency, queue, hour, slot, count)
    select w.agency, 'new', ${due}, 0, 1 from onestop.work w where w.dossier_code = ${code}`)
  const told = async () =>
    world.db.many<{ account: string; kind: string }>(sql`
      select m.account, m.kind from notify.message m where m.dossier_code = ${code} and m.kind in ('due_soon', 'overdue')
       order by m.at, m.account = ${officer.accountId} desc`)
  const at = (hours: number) => new Date(due.getTime() - hours * HOUR)

  await remind(world.db, at(2.5))
  expect(await told()).toEqual([])
  await remind(world.db, at(1.9))
  await remind(world.db, at(1.8))
  expect(await told()).toEqual([{ account: officer.accountId, kind: 'due_soon' }])
  await remind(world.db, at(0.9))
  expect((await told()).map(({ account }) => account).sort()).toEqual(
    [officer.accountId, officer.accountId, manager.accountId].sort(),
  )
  await remind(world.db, at(-0.1))
  await remind(world.db, at(-0.2))
  expect((await told()).filter(({ kind }) => kind === 'overdue')).toHaveLength(2)

  const page = await browser.open(`/mot-cua/ho-so/${code}`)
  expect(page.body).toContain('đã báo quá hạn')
  const inbox = await browser.open('/can-bo/thong-bao')
  expect(inbox.body).toContain('Hồ sơ đã quá hạn')
  expect(inbox.body).toContain(`/mot-cua/ho-so/${code}`)
  expect((await browser.open('/mot-cua')).body).toContain('3 lời nhắc mới')
  await browser.open('/can-bo/thong-bao')
  await browser.submit('/can-bo/thong-bao/da-doc')
  expect((await browser.open('/mot-cua')).body).not.toContain('lời nhắc mới')
  await browser.open('/can-bo/thong-bao')
  expect((await browser.submit('/can-bo/thong-bao/cach-nhan', { kenh: '' })).status).toBe(400)
  await browser.open('/can-bo/thong-bao')
  expect((await browser.submit('/can-bo/thong-bao/cach-nhan')).body).toContain('Đã lưu')
  const deliveries = await world.db.many<{ address: string }>(sql`
    select distinct d.address from notify.delivery d join notify.message m on m.id = d.message_id where m.dossier_code = ${code} and m.kind = 'overdue'`)
  expect(deliveries.every(({ address }) => address.includes('@'))).toBe(true)
  expect(deliveries).toHaveLength(2)
})

test('what became late at once is said to be late, not to be due soon', async ({ world }) => {
  const { code } = await desk(world, 24)
  const due = new Date('2026-11-23T04:00:00Z')
  await setDue(world, code, due)
  await world.db.run(sql`
    insert into onestop.tally (agency, queue, hour, slot, count)
    select w.agency, 'new', ${due}, 0, 1 from onestop.work w where w.dossier_code = ${code}`)

  await remind(world.db, new Date(due.getTime() + HOUR))

  const levels = await world.db.many<{ level: number }>(
    sql`select r.level from onestop.reminder r where r.dossier_code = ${code}`,
  )
  expect(levels).toEqual([{ level: 3 }])
})

test('a result is written from the agency’s template, takes its number, and the applicant reads it', async ({
  world,
}) => {
  const { code, manager, browser } = await desk(world, 25)
  const administrator = await browserOf(world, manager.accountId, { kind: 'official' })
  const path = '/mot-cua/mau-ket-qua'
  await administrator.open(path)
  const wrong = await administrator.submit(path, { ten: '', thuTuc: '9.999999', noiDung: '{{ho-ten}}' })
  const saved = await administrator.submit(path, {
    ten: 'Trích lục khai sinh',
    thuTuc: '1.001193',
    noiDung:
      'Số {{so}}\n\nCấp cho {{tra-loi:child.name}}, hồ sơ {{ma-ho-so}}. Nơi sinh: {{tra-loi:child.nowhere}}',
  })
  expect(wrong.status).toBe(422)
  for (const said of ['Hãy ghi tên kết quả', 'không có thủ tục', 'tên là ho-ten'])
    expect(wrong.body).toContain(said)
  expect(saved.body).toContain('Trích lục khai sinh')

  const act = async (name: string, fields: Record<string, string>) => {
    await browser.open(`/mot-cua/ho-so/${code}`)
    return browser.submit(`/mot-cua/ho-so/${code}/${name}`, fields)
  }
  await act('tiep-nhan', { thoiHan: '0' })
  for (const buoc of ['appraisal', 'approval', 'issue']) await act('chuyen', { buoc })
  const { body } = await browser.open(`/mot-cua/ho-so/${code}`)
  const href = /href="(\/mot-cua\/ho-so\/[^"]*\/soan\?mau=[0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
  const composed = await browser.open(href)
  const to = `/mot-cua/ho-so/${code}/soan`
  const text = 'Số {{so}}\n\nCấp cho Nguyễn Minh Châu'
  const blank = await browser
    .submit(to, { viec: 'phat-hanh', ten: 'Trích lục', noiDung: 'Nơi sinh: ……' })
    .catch(() => undefined)
  await browser.open(href)
  const print = await browser.submit(to, { viec: 'xem', ten: 'Trích lục khai sinh', noiDung: text })
  await browser.open(href)
  const issued = await browser.submit(to, {
    viec: 'phat-hanh',
    ten: 'Trích lục khai sinh',
    noiDung: text,
    laySo: '1',
  })
  const year = new Date().getFullYear()

  expect(composed.body).toContain(`hồ sơ ${code}`)
  expect(composed.body).toContain('Nơi sinh: ……')
  expect(composed.body).toContain('{{so}}')
  expect(blank?.status).toBe(422)
  expect(blank?.body).toContain('Còn chỗ trống')
  expect(print.headers['content-type']).toBe('application/pdf')
  expect(print.body.startsWith('%PDF-1.7')).toBe(true)
  expect(issued.body).toContain('Đã ghi nhận')
  const results = await world.db.many<{ resultNumber: string; name: string }>(sql`
    select r.result_number, r.file->>'name' as name from filing.result r where r.dossier_code = ${code}`)
  expect(results).toMatchObject([{ resultNumber: `1/${year}`, name: 'Trích lục khai sinh.pdf' }])
})

test('templates of another agency are not seen, changed or used', async ({ world }) => {
  const [one, two] = [await desk(world, 26), await desk(world, 27)]
  const mine = await browserOf(world, one.manager.accountId, { kind: 'official' })
  const theirs = await browserOf(world, two.manager.accountId, { kind: 'official' })
  await mine.open('/mot-cua/mau-ket-qua')
  await mine.submit('/mot-cua/mau-ket-qua', { ten: 'Mẫu riêng', noiDung: 'a' })
  const [template] = await world.db.many<{ id: string }>(
    sql`select t.id from onestop.result_template t where t.agency = ${one.agency}`,
  )
  const id = template?.id ?? ''
  await theirs.open('/mot-cua/mau-ket-qua')

  expect((await theirs.submit('/mot-cua/mau-ket-qua', { mau: id, ten: 'x', noiDung: 'x' })).status).toBe(404)
  expect((await theirs.open(`/mot-cua/mau-ket-qua?mau=${id}`)).status).toBe(404)
  expect((await two.browser.open(`/mot-cua/ho-so/${two.code}/soan?mau=${id}`)).status).toBe(404)
  expect((await one.browser.open('/mot-cua/mau-ket-qua')).status).toBe(403)
  await mine.open('/mot-cua/mau-ket-qua')
  expect((await mine.submit('/mot-cua/mau-ket-qua/bo', { mau: id })).body).toContain('Đã bỏ mẫu')
})
