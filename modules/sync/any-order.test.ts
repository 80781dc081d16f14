import fc from 'fast-check'
import { expect } from 'vitest'
import { sql } from '#platform/db'
import { test, type World } from '../../test/support/world.ts'

/** From a network that is registered for H21. */
const FROM = '10.21.0.9'
const START = Date.UTC(2026, 10, 1)

type Message = { readonly service: string; readonly item: Readonly<Record<string, unknown>> }

/** What one agency says about a few dossiers: each message of a moment of its own. */
const stream = fc
  .array(
    fc.record({
      dossier: fc.integer({ min: 0, max: 3 }),
      isWhole: fc.boolean(),
      status: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', ''),
      name: fc.constantFrom('Nguyễn Thị Hoa', 'Trần Văn Ba', 'Lê Thị Tư'),
      due: fc.constantFrom('20261120170000', '20261125170000', ''),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => steps.map((step, at) => messageOf(step, at)))

function messageOf(
  step: { dossier: number; isWhole: boolean; status: string; name: string; due: string },
  at: number,
): Message {
  const moment = momentAt(at)
  const MaHoSo = `H21-ORDER-${step.dossier}`
  if (!step.isWhole) {
    const said = {
      NguoiXuLy: step.name,
      ThoiDiemXuLy: moment,
      NoiDungXuLy: `Bước ${at}`,
      TrangThai: step.status,
    }
    return { service: 'CapNhatTienDoHoSoMC', item: { MaHoSo, ...said } }
  }
  const days = { NgayTiepNhan: '20261001080000', NgayHenTra: step.due, NgayKetThucXuLy: moment }
  return {
    service: 'DongBoHoSoMC',
    item: { MaHoSo, ChuHoSo: step.name, TrangThaiHoSo: step.status, ...days },
  }
}

function momentAt(at: number): string {
  return new Date(START + at * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
}

async function send({ app }: World, messages: readonly Message[]): Promise<void> {
  const [first] = messages
  if (!first) return
  const url = `/api/SynsTTHCC/${first.service}?isUpdating=True`
  const payload = JSON.stringify(messages.map(({ item }) => item))
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload,
    remoteAddress: FROM,
  })
  expect(answer.json<{ error_code: string }>().error_code).toBe('0')
}

/** Everything that the register says in the end, but not how often it was told and when. A step without a status tells none. */
async function register({ db }: World): Promise<unknown> {
  const dossiers = await db.many(sql`
    select d.code, d.agency, d.agency_name, d.procedure_name, d.status, d.applicant_name, d.submitted_at, d.received_at, d.due_at,
           d.finished_at, d.ended_at, d.status_claimed_at, d.content_claimed_at
      from register.dossier d
     where d.code like 'H21-ORDER-%'
     order by d.code`)
  const events = await db.many(sql`
    select e.dossier_code, e.act, case when e.details->>'said' = '' then null else e.to_status end as told, e.reason, e.actor_name, e.claimed_at
      from register.event e
     where e.dossier_code like 'H21-ORDER-%'
     order by e.dossier_code, e.claimed_at, e.claim_digest`)
  const kept = await db.many(sql`
    select s.dossier_code, s.claimed_at, s.content from sync.synced s where s.dossier_code like 'H21-ORDER-%' order by s.dossier_code`)
  return { dossiers, events, kept }
}

async function forget({ db }: World): Promise<void> {
  await db.run(sql`delete from register.event where dossier_code like 'H21-ORDER-%'`)
  await db.run(sql`delete from sync.synced where dossier_code like 'H21-ORDER-%'`)
  await db.run(sql`delete from register.dossier where code like 'H21-ORDER-%'`)
}

test('any order, repetition and splitting of an agency’s messages ends in the same register', {
  timeout: 120_000,
}, async ({ world }) => {
  world.setClock(new Date('2026-11-27T10:00:00+07:00'))
  await fc.assert(
    fc.asyncProperty(stream, fc.infiniteStream(fc.nat()), async (messages, chance) => {
      const next = () => chance.next().value ?? 0
      await forget(world)
      for (const message of messages) await send(world, [message])
      const ordered = await register(world)

      await forget(world)
      const doubled = [...messages, ...messages.filter(() => next() % 3 === 0)]
      const shuffled = doubled
        .map((message) => ({ message, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ message }) => message)
      for (const service of ['CapNhatTienDoHoSoMC', 'DongBoHoSoMC']) {
        const own = shuffled.filter((one) => one.service === service)
        while (own.length > 0) await send(world, own.splice(0, 1 + (next() % 5)))
      }
      expect(await register(world)).toEqual(ordered)
    }),
    { numRuns: 60 },
  )
})
