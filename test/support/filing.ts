import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { keepBytes, storeFile } from '#documents'
import { type Db, sql } from '#platform/db'
import { deliver } from '#platform/outbox'
import { handlers } from '../../app/reactions.ts'
import { sessionOf, type TestPerson } from './people.ts'
import type { World } from './world.ts'

export const PLACE = 'Phường Cầu Giấy, Thành phố Hà Nội'

export function picture(colour = '#ffffff'): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
}

/** Some commune's committee in Hà Nội, which handles births. */
export async function communeAgency({ db }: { readonly db: Db }, at = 0): Promise<string> {
  const { handle } = await db.one<{ handle: string }>(sql`
    select a.handle from directory.agency a
     where a.kind = 'commune_committee' and a.handle like 'ubnd-%' order by a.handle limit 1 offset ${at}`)
  return handle
}

/** A picture of a birth certificate, kept as somebody's. */
export async function fileOf(world: World, owner: string): Promise<string> {
  const now = world.services.clock()
  const upload = { bytes: await picture(), name: 'giấy chứng sinh.jpg', owner, uploadedBy: owner, now }
  const kept = await keepBytes(world.services, upload)
  return (await world.db.transaction((tx) => storeFile(tx, world.services, kept))).id
}

/** Answers of a birth registration, as a program sends them. */
export function birthAnswers(fileId: string) {
  const address = { unit: PLACE }
  return {
    applicant: {
      name: 'Nguyễn Thị Hoa',
      personalId: '001185012345',
      bornOn: '1985-03-12',
      residence: address,
      phone: '0912345678',
      relation: 'parent',
    },
    child: {
      name: 'Nguyễn Minh Châu',
      bornOn: '2026-05-05',
      gender: 'female',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      bornAt: 'Bệnh viện Phụ sản Hà Nội',
      homeland: address,
    },
    parentsKnown: 'mother',
    mother: { name: 'Nguyễn Thị Hoa', bornOn: '1985-03-12', nationality: 'Việt Nam', residence: address },
    birthProof: 'certificate',
    birthProofFiles: [fileId],
    resultBy: 'electronic',
    declaration: true,
  }
}

/** A birth registration that somebody has filed by a program; answers its code. */
export async function fileBirth(world: World, person: TestPerson, agency: string): Promise<string> {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/v1/dossiers',
    headers: {
      cookie: `phien=${await sessionOf(world, person.accountId)}`,
      'idempotency-key': randomUUID(),
      accept: 'application/json',
    },
    payload: { procedure: '1.001193', agency, answers: birthAnswers(await fileOf(world, person.accountId)) },
  })
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
  await settle(world)
  return answer.json<{ code: string }>().code
}

/** Does what the worker would do: brings every event to those who react to it. */
export async function settle({ db }: World): Promise<void> {
  const events = await db.many<{ id: number }>(sql`
    select e.id from platform.event e
     where not exists (select 1 from platform.handled h where h.event_id = e.id)
     order by e.id`)
  for (const { id } of events) await deliver(db, id, handlers)
}
