import type { FastifyRequest } from 'fastify'
import { atDesk, readWithLog } from '#identity'
import { Refusal } from '#kernel/refusal'
import type { Database, Tx } from '#platform/db'
import { type Doer, type Dossier, findDossier } from '#register'

/** Whoever works at a desk: with which agency, under which post. */
export type Officer = {
  readonly accountId: string
  readonly name: string
  readonly agency: string
  readonly agencyName: string
  readonly title: string
  /** Other desks of the same person. */
  readonly desks: readonly { readonly agency: string; readonly agencyName: string; readonly title: string }[]
}

/** Cán bộ một cửa who sends a request. @throws Refusal `identity.no_desk` for whoever is no officer anywhere */
export async function officerOf(
  db: Database,
  request: FastifyRequest,
  { chosen, now }: { chosen?: string | undefined; now: Date },
): Promise<Officer> {
  const { desk, desks } = await atDesk(db, request, { roles: ['officer'], chosen, now })
  const { session } = request
  if (!session) throw new Refusal('access.sign_in')
  const { agency, title } = desk
  const agencyName = desks.find((one) => one.agency === agency)?.agencyName ?? agency
  return { accountId: session.accountId, name: session.name, agency, agencyName, title, desks }
}

export function doerOf({ accountId, name, title, agency }: Officer): Doer {
  return { kind: 'official', id: accountId, name, post: title, agency }
}

/** The officer at the desk of the dossier's own agency, whichever of their desks that is. @throws Refusal `onestop.not_here` */
export async function officerAtDossier(
  db: Database,
  request: FastifyRequest,
  { code, now }: { code: string; now: Date },
): Promise<{ readonly officer: Officer; readonly dossier: Dossier }> {
  const dossier = await findDossier(db, code)
  const officer = await officerOf(db, request, { chosen: dossier?.agency, now })
  if (!dossier || dossier.agency !== officer.agency) throw new Refusal('onestop.not_here')
  return { officer, dossier }
}

/** Mở hồ sơ: reads what is personal, and the applicant sees who did; where that cannot be written, nothing is read. */
export async function openWithLog<Result>(
  db: Database,
  { officer, dossier, now }: { officer: Officer; dossier: Dossier; now: Date },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { owner } = dossier.applicant
  return db.transaction((tx) =>
    owner
      ? readWithLog(
          tx,
          {
            subject: owner,
            reader: {
              kind: 'official',
              accountId: officer.accountId,
              post: officer.title,
              agency: officer.agency,
            },
            data: ['dossier', 'papers', 'identity'],
            purpose: 'handle_dossier',
            dossierCode: dossier.code,
            now,
          },
          work,
        )
      : work(tx),
  )
}
