import { agencyLine, findAgency } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Database, Db, Tx } from '#platform/db'
import { type Administrator, actingAdministrator } from '../officials/administrator.ts'
import { CENTRE, looksAfter } from '../officials/role.ts'
import { deleteArtifactsOfClient } from '../queries/sso-artifacts.ts'
import {
  type ClientRow,
  decideOnClient,
  endSecrets,
  insertClient,
  insertSecret,
  lockClient,
  suspendClientRow,
} from '../queries/sso-clients.ts'
import { secretDigest } from './client-metadata.ts'
import { randomSecret } from './keys.ts'
import type { Registration } from './registration.ts'

/** An application as its administrators see it. */
export type Client = ClientRow

type By = { readonly db: Database; readonly by: string; readonly now: Date }
type On = By & { readonly clientId: string }

/** An old secret goes on working for a day, so that a new one can be put in place without a break. */
const OLD_SECRET_MS = 86_400_000

/**
 * Đăng ký ứng dụng: an administrator asks for an application of an agency in their tree. Nothing works until the centre
 * approves it. Answers the id. @throws Refusal `identity.grant_outside_tree`, `identity.agency_gone`
 */
export async function registerClient({ db, by, now }: By, registration: Registration): Promise<string> {
  const agency = await findAgency(db, registration.agency, civilDate(now))
  if (agency?.status !== 'current') throw new Refusal('identity.agency_gone')

  return db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    await requireOversight(tx, administrator, agency.handle)
    return addClient(tx, { ...registration, agency: agency.handle }, by, now)
  })
}

/** Writes a registration that has been weighed. */
async function addClient(tx: Tx, registration: Registration, by: string, now: Date): Promise<string> {
  const clientId = `${registration.agency.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${randomSecret().slice(0, 10)}`
  await insertClient(tx, { ...registration, clientId, askedBy: by, askedAt: now })
  await record(tx, { by, clientId, now }, 'client_registered')
  return clientId
}

/**
 * Whoever works on the machine of the installation is the centre: registers, approves and answers id and secret. For the first
 * application of all, and for demonstrations.
 */
export async function approveFromMachine(
  db: Database,
  registration: Registration,
  now: Date,
): Promise<{ clientId: string; secret: string | undefined }> {
  const by = 'machine'
  return db.transaction(async (tx) => {
    const clientId = await addClient(tx, registration, by, now)
    await decideOnClient(tx, { clientId, isApproved: true, why: null, by, now })
    await record(tx, { by, clientId, now }, 'client_approved')
    const hasSecret = registration.authentication === 'secret'
    return {
      clientId,
      secret: hasSecret ? await addSecret(tx, { by, clientId, now, endsAt: now }) : undefined,
    }
  })
}

/**
 * Duyệt hoặc từ chối, once, by somebody else than whoever registered it.
 * @throws Refusal `sso.not_the_centre`, `sso.client_decided`, `sso.client_own`, `sso.client_unknown`
 */
export async function decideClient(
  { db, by, clientId, now }: On,
  { isApproved, why }: { isApproved: boolean; why: string | undefined },
): Promise<void> {
  await db.transaction(async (tx) => {
    requireCentre(await actingAdministrator(tx, by, now))
    const client = await takeClient(tx, clientId)
    if (client.decidedAt) throw new Refusal('sso.client_decided')
    if (client.askedBy === by) throw new Refusal('sso.client_own')
    await decideOnClient(tx, { clientId, isApproved, why: why ?? null, by, now })
    await record(tx, { by, clientId, now, why }, isApproved ? 'client_approved' : 'client_refused')
  })
}

/**
 * Cấp khóa bí mật: answered once and stored nowhere. Those from before go on for a day, or end at once when one of them has
 * leaked. @throws Refusal `sso.client_not_in_use`, `sso.client_without_secret`, `sso.client_unknown`
 */
export async function makeSecret(
  { db, by, clientId, now }: On,
  { hasLeaked }: { hasLeaked: boolean },
): Promise<string> {
  return db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    const client = await overseenClient(tx, administrator, clientId)
    if (!client.isApproved || client.suspendedAt) throw new Refusal('sso.client_not_in_use')
    if (client.authentication === 'none') throw new Refusal('sso.client_without_secret')
    return addSecret(tx, {
      by,
      clientId,
      now,
      endsAt: hasLeaked ? now : new Date(now.getTime() + OLD_SECRET_MS),
    })
  })
}

/** Writes a secret for a client that has been weighed. `endsAt` is when those from before end. */
export async function addSecret(
  tx: Tx,
  { by, clientId, now, endsAt }: Omit<On, 'db'> & { endsAt: Date },
): Promise<string> {
  const secret = randomSecret()
  await endSecrets(tx, { clientId, endsAt })
  await insertSecret(tx, { digest: secretDigest(secret), clientId, by, now })
  await record(tx, { by, clientId, now }, 'client_secret_made')
  return secret
}

/** Tạm dừng: takes effect at once, and takes back everything the application holds. */
export async function suspendClient({ db, by, clientId, now }: On, why: string): Promise<void> {
  await db.transaction(async (tx) => {
    await overseenClient(tx, await actingAdministrator(tx, by, now), clientId)
    await suspendClientRow(tx, { clientId, at: now, why })
    await deleteArtifactsOfClient(tx, clientId)
    await record(tx, { by, clientId, now, why }, 'client_suspended')
  })
}

/** Cho chạy lại. Only the centre, whose approval it renews. */
export async function resumeClient({ db, by, clientId, now }: On): Promise<void> {
  await db.transaction(async (tx) => {
    requireCentre(await actingAdministrator(tx, by, now))
    await takeClient(tx, clientId)
    await suspendClientRow(tx, { clientId, at: null, why: null })
    await record(tx, { by, clientId, now }, 'client_resumed')
  })
}

/** Whether an administrator decides for the whole country. */
export function isCentre({ held }: Administrator): boolean {
  return held.some(({ agency }) => agency === CENTRE)
}

/** Whether an application belongs to an agency in the administrator's trees. */
async function oversees(db: Db, { held }: Administrator, agency: string): Promise<boolean> {
  return looksAfter(held, await agencyLine(db, agency))
}

async function requireOversight(db: Db, administrator: Administrator, agency: string): Promise<void> {
  if (!(await oversees(db, administrator, agency))) throw new Refusal('identity.grant_outside_tree')
}

function requireCentre(administrator: Administrator): void {
  if (!isCentre(administrator)) throw new Refusal('sso.not_the_centre')
}

async function takeClient(tx: Tx, clientId: string): Promise<ClientRow> {
  const client = await lockClient(tx, clientId)
  if (!client) throw new Refusal('sso.client_unknown')
  return client
}

/** One that the administrator has nothing to do with does not exist for them. */
async function overseenClient(tx: Tx, administrator: Administrator, clientId: string): Promise<ClientRow> {
  const client = await takeClient(tx, clientId)
  if (!(await oversees(tx, administrator, client.agency))) throw new Refusal('sso.client_unknown')
  return client
}

type Recorded = {
  readonly by: string
  readonly clientId: string
  readonly now: Date
  readonly why?: string | undefined
}

async function record(tx: Tx, { by, clientId, now, why }: Recorded, what: string): Promise<void> {
  const act = { actor: by, verb: `identity.${what}`, thing: `client:${clientId}`, now }
  await recordAct(tx, why === undefined ? act : { ...act, reason: why })
}
