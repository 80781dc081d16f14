import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/db'
import { openIntegrationAccount } from '#sync'
import { Installation } from './support/installation.ts'
import type { Program } from './support/programs.ts'

const AGENCIES = ['H01', 'H21', 'H26', 'G01'] as const
const CLIENTS_EACH = 6
const BATCH = 5
/** Between two blows: long enough for work to be under way, never the same. */
const BLOW_AFTER_MS = [700, 1_500, 500, 1_900, 900, 1_200, 600, 1_700, 800, 1_100] as const
const FIRST_START_MS = 120_000
const WHOLE_TEST_MS = 240_000
const PASSWORD = 'mật khẩu của một hệ thống'

let house: Installation
let portal: Program

beforeAll(async () => {
  house = await Installation.prepare()
  portal = await house.start()
  await house.withDatabase(async (db) => {
    for (const agency of AGENCIES)
      await openIntegrationAccount(db, {
        agency,
        username: agency,
        password: PASSWORD,
        by: 'test',
        now: new Date(),
      })
  })
}, FIRST_START_MS)

afterAll(() => house.remove())

type Said = { readonly error_code: string; readonly message: string; readonly session?: string }

test(
  'agencies report at full load while server and database are killed ten times: nothing acknowledged is lost or doubled, and the boards are right',
  async () => {
    let isDone = false
    const blows = house.strike(portal, BLOW_AFTER_MS).then((struck) => {
      isDone = true
      return struck
    })
    const acknowledged = new Map<string, string>()
    await Promise.all(
      AGENCIES.flatMap((agency) =>
        Array.from({ length: CLIENTS_EACH }, (_, client) =>
          report(agency, client, { acknowledged, isDone: () => isDone }),
        ),
      ),
    )
    const struck = await blows

    expect(struck).toEqual({ server: 5, database: 5 })
    await house.withDatabase(async (db) => {
      const dossiers = await db.many<{ code: string; agency: string; status: number; reports: number }>(sql`
        select d.code, d.agency, d.status, count(e.sequence)::int as reports
          from register.dossier d
          join register.event e on e.dossier_code = d.code
         where d.door = 'sync'
         group by d.code`)
      const stored = new Map(dossiers.map((dossier) => [dossier.code, dossier]))
      const lost = [...acknowledged].filter(([code, agency]) => stored.get(code)?.agency !== agency)
      expect(lost).toEqual([])
      // One report and one step of each: whatever was sent again is there once.
      expect(
        dossiers.filter(({ reports, status }) => reports > 2 || (reports === 2 && status !== 4)),
      ).toEqual([])
      expect([...acknowledged.keys()].filter((code) => stored.get(code)?.reports !== 2)).toEqual([])
      const boards = await db.many<{ agency: string; stored: number }>(sql`
        select f.agency, sum(f.stored)::int as stored from sync.feed_day f group by f.agency order by f.agency`)
      const right = await db.many<{ agency: string; stored: number }>(sql`
        select e.actor_agency as agency, count(*)::int as stored
          from register.event e
         where e.claim_digest is not null
         group by 1
         order by 1`)
      expect(boards).toEqual(right)
      const messages = await db.many<{ agency: string; stored: number }>(sql`
        select m.agency, sum(m.stored)::int as stored from sync.message m group by m.agency order by m.agency`)
      expect(messages).toEqual(right)
    })
    console.log(
      `${acknowledged.size} dossiers acknowledged over ${struck.server} deaths of the server, ${struck.database} of the database`,
    )
  },
  WHOLE_TEST_MS,
)

type Reporting = { readonly acknowledged: Map<string, string>; readonly isDone: () => boolean }

/** A client as agencies have them: logs in once, sends each message until it is acknowledged, and goes on with the next. */
async function report(agency: string, client: number, { acknowledged, isDone }: Reporting): Promise<void> {
  const { session = '' } = await until('login', { username: agency, password: PASSWORD }, ['0'])
  for (let number = 0; !isDone(); number += 1) {
    const codes = Array.from({ length: BATCH }, (_, at) => `${agency}-KILL-${client}-${number}-${at}`)
    const send = (service: string, data: readonly object[]) =>
      until('g', { session, madonvi: agency, service, isUpdating: 'False', data }, ['0', '3'])
    await send(
      'DongBoHoSoMC',
      codes.map((MaHoSo) => ({
        MaHoSo,
        ChuHoSo: 'Nguyễn Thị Hoa',
        NgayTiepNhan: '20261101080000',
        TrangThaiHoSo: '2',
      })),
    )
    await send(
      'CapNhatTienDoHoSoMC',
      codes.map((MaHoSo) => ({
        MaHoSo,
        NguoiXuLy: 'Lê Thị Mai',
        ThoiDiemXuLy: '20261102080000',
        NoiDungXuLy: 'Thẩm định',
        TrangThai: '4',
      })),
    )
    for (const code of codes) acknowledged.set(code, agency)
  }
}

async function until(name: string, body: object, codes: readonly string[]): Promise<Said> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const said = await fetch(`${house.address}/XrdAdapter/RestService/forward/mapi/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(
      async (answer) => (await answer.json().catch(() => undefined)) as Said | undefined,
      () => undefined,
    )
    if (said && codes.includes(said.error_code)) return said
    await sleep(50 + Math.random() * 150)
  }
  throw new Error(`${name} was never acknowledged`)
}
