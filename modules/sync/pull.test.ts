import { expect } from 'vitest'
import { sql } from '#platform/db'
import { communeAgency, fileBirth } from '../../test/support/filing.ts'
import { addPerson } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'
import { openIntegrationAccount } from './account.ts'

type Said = {
  readonly error_code: string
  readonly message: string
  readonly session?: string
  readonly data?: readonly Record<string, unknown>[]
  readonly TepTinDinhKem?: readonly { Base64: string; DuongDan: string; TenTaiLieu: string }[]
}

let accounts = 0

/** The system of an agency, as it calls the pull host: no `madonvi`, the unit in every call. */
async function puller(world: World, agency: string) {
  accounts += 1
  const login = { username: `pull-${accounts}`, password: 'một mật khẩu của hệ thống' }
  await openIntegrationAccount(world.db, { agency, ...login, by: 'test', now: new Date() })
  const post = async (path: string, payload: object) => {
    const answer = await world.app.inject({ method: 'POST', url: `/mapi/${path}`, payload })
    expect(answer.statusCode).toBe(200)
    return answer.json<Said>()
  }
  const { session } = await post('login', login)
  return (service: string, params: object) => post('g', { session, service, ...params })
}

test('an agency’s system pulls what was filed with it at the portal, and its papers; the owner sees that it did', async ({
  world,
}) => {
  const person = await addPerson(world.db)
  const agency = await communeAgency(world)
  const code = await fileBirth(world, person, agency)
  const ask = await puller(world, agency)
  const today = world.services.clock().toISOString().slice(0, 10)
  const tomorrow = new Date(world.services.clock().getTime() + 86_400_000).toISOString().slice(0, 10)
  const listed = await ask('DanhSachHoSo', { donViXuLy: agency, ngayNhan1: today, ngayNhan2: tomorrow })
  const row = listed.data?.find(({ maHoSo }) => maHoSo === code)
  const [paper] = (row?.['hoSoDinhKem'] ?? []) as { tengiayto: string; filedinhkem: string }[]
  const read = await ask('LayTaiLieuHoSo', { donViXuLy: agency, duongdanteptin: paper?.filedinhkem })
  const looked = await ask('TraCuuHoSo', { donViXuLy: agency, mahoso: code })

  expect(row).toMatchObject({ maHoSo: code, hoTen: expect.stringMatching(/./), soCmnd: '', gplxDaCap: [] })
  expect(read).toMatchObject({ error_code: '0', TepTinDinhKem: [{ TenTaiLieu: paper?.tengiayto }] })
  expect(Buffer.from(read.TepTinDinhKem?.[0]?.Base64 ?? '', 'base64').length).toBeGreaterThan(100)
  expect(looked.data?.[0]).toMatchObject({
    MaHoSo: code,
    MaTrangThai: '1',
    NgayNop: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}$/),
  })
  const openings = await world.db.many<{ data: string[] }>(sql`
    select e.data from identity.access_entry e where e.dossier_code = ${code} and e.reader_kind = 'agency'`)
  expect(openings.flatMap(({ data }) => data)).toEqual(expect.arrayContaining(['dossier', 'papers']))
})

test('another agency pulls nothing of it, and no other path is one', async ({ world }) => {
  const person = await addPerson(world.db)
  const agency = await communeAgency(world)
  const code = await fileBirth(world, person, agency)
  const own = await puller(world, agency)
  const day = world.services.clock().toISOString().slice(0, 10)
  const days = { ngayNhan1: day, ngayNhan2: day }
  const listed = await own('DanhSachHoSo', {
    donViXuLy: agency,
    ngayNhan1: day,
    ngayNhan2: new Date(world.services.clock().getTime() + 86_400_000).toISOString().slice(0, 10),
  })
  const row = listed.data?.find(({ maHoSo }) => maHoSo === code)
  const [paper] = (row?.['hoSoDinhKem'] ?? []) as { filedinhkem: string }[]
  const other = await puller(world, 'H01')

  expect((await other('DanhSachHoSo', { donViXuLy: agency, ...days })).message).toContain('donViXuLy')
  expect((await other('DanhSachHoSo', days)).data).toEqual([])
  expect((await other('LayTaiLieuHoSo', { duongdanteptin: paper?.filedinhkem })).error_code).toBe('-1')
  for (const path of [
    '../../../etc/passwd',
    `/${code}/../x`,
    'http://127.0.0.1/',
    '',
    `/${code}/00000000-0000-7000-8000-000000000000`,
  ])
    expect([path, (await own('LayTaiLieuHoSo', { duongdanteptin: path })).error_code]).toEqual([path, '-1'])
  expect((await own('DanhSachHoSo', { donViXuLy: agency })).message).toContain('ngayNhan1')
  expect((await own('DanhSachHoSo', { ngayNhan1: '2026-01-01', ngayNhan2: '2026-06-01' })).message).toContain(
    '31',
  )
})
