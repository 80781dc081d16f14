import { Type } from 'typebox'
import { readDossierCode } from '#kernel/dossier-code'
import { Refusal } from '#kernel/refusal'
import type { App, Services } from '#platform/http'
import type { DossierEvent } from './dossier.ts'
import { type PublicRow, publicDossierByCode } from './queries/dossiers.ts'
import { eventsOf } from './queries/events.ts'
import { STATUS } from './status.ts'
import { isPublicAct } from './timeline-words.ts'

const Params = Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }) })
const Moment = Type.String({ format: 'date-time' })

const PublicDossier = Type.Object({
  code: Type.String(),
  version: Type.Integer({ description: 'Grows with every change' }),
  procedure: Type.Object({
    code: Type.String(),
    name: Type.String(),
    revision: Type.Optional(Type.Integer()),
  }),
  agency: Type.Object({ handle: Type.String(), name: Type.String() }),
  status: Type.Object({
    number: Type.Integer({ minimum: 1, maximum: 10 }),
    name: Type.String(),
    nameEn: Type.String(),
  }),
  turn: Type.Enum(['agency', 'applicant', 'payment', 'nobody']),
  clock: Type.Enum(['idle', 'running', 'paused', 'stopped', 'over']),
  submittedAt: Moment,
  pickUpBy: Type.Optional(Moment),
  receivedAt: Type.Optional(Moment),
  dueAt: Type.Optional(Moment),
  finishedAt: Type.Optional(Moment),
  returnedAt: Type.Optional(Moment),
})

const Timeline = Type.Object({
  items: Type.Array(
    Type.Object({
      sequence: Type.Integer(),
      act: Type.String(),
      fromStatus: Type.Optional(Type.Integer()),
      toStatus: Type.Integer(),
      at: Moment,
      arrivedAt: Moment,
      isIrregular: Type.Boolean(),
    }),
  ),
})

const config = { access: 'anyone', isApi: true } as const

/** Tra cứu hồ sơ for programs: what anyone with the code may know, and nothing about anybody. */
export function dossiersApi(app: App, { db }: Services): void {
  app.get(
    '/api/v1/dossiers/:code',
    {
      config,
      schema: {
        tags: ['dossiers'],
        operationId: 'getDossier',
        summary: 'Where a dossier stands, by its code',
        params: Params,
        response: { 200: PublicDossier },
      },
    },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-cache')
      return publicDossier(await required(publicDossierByCode(db, keyOf(params.code))))
    },
  )
  app.get(
    '/api/v1/dossiers/:code/timeline',
    {
      config,
      schema: {
        tags: ['dossiers'],
        operationId: 'getDossierTimeline',
        summary: 'What happened to a dossier, without names and reasons',
        params: Params,
        response: { 200: Timeline },
      },
    },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-cache')
      const events = await eventsOf(db, keyOf(params.code))
      if (events.length === 0) throw new Refusal('register.not_found')
      return { items: events.filter(({ act }) => isPublicAct(act)).map(publicEvent) }
    },
  )
}

async function required(found: Promise<PublicRow | undefined>): Promise<PublicRow> {
  const dossier = await found
  if (!dossier) throw new Refusal('register.not_found')
  return dossier
}

/** A code of a known shape may be spelled loosely. */
function keyOf(typed: string): string {
  const reading = readDossierCode(typed)
  return reading.shape === 'known' ? reading.code : typed
}

function publicDossier(dossier: PublicRow) {
  const { code, version, status, revisionNumber } = dossier
  const { official, clock } = STATUS[status]
  return {
    code,
    version,
    procedure: {
      code: dossier.procedureCode,
      name: dossier.procedureName,
      ...(revisionNumber !== null && { revision: revisionNumber }),
    },
    agency: { handle: dossier.agency, name: dossier.agencyName },
    status: { number: status, name: official.vi, nameEn: official.en },
    turn: dossier.waitsFor,
    clock,
    submittedAt: dossier.submittedAt.toISOString(),
    ...moment('pickUpBy', dossier.pickUpBy),
    ...moment('receivedAt', dossier.receivedAt),
    ...moment('dueAt', dossier.dueAt),
    ...moment('finishedAt', dossier.finishedAt),
    ...moment('returnedAt', dossier.returnedAt),
  }
}

function moment<Name extends string>(name: Name, at: Date | null): Partial<Record<Name, string>> {
  return at ? ({ [name]: at.toISOString() } as Record<Name, string>) : {}
}

function publicEvent({
  sequence,
  act,
  fromStatus,
  toStatus,
  claimedAt,
  arrivedAt,
  isIrregular,
}: DossierEvent) {
  return {
    sequence,
    act,
    ...(fromStatus !== undefined && { fromStatus }),
    toStatus,
    at: claimedAt.toISOString(),
    arrivedAt: arrivedAt.toISOString(),
    isIrregular,
  }
}
