import { createHash } from 'node:crypto'
import Provider, { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { Db } from '#platform/db'
import {
  artifactByKey,
  artifactWithKin,
  consumeArtifact,
  deleteArtifact,
  deleteByGrant,
  deleteGrants,
  grantOf,
  type StoredArtifact,
  saveArtifact,
  sessionByUid,
} from '../queries/sso-artifacts.ts'
import { metadataOf } from './client-metadata.ts'

const SECOND_MS = 1_000
/** Where nothing says how long: a model that never expires does not exist here. */
const DAY_SECONDS = 86_400

/** Where the provider keeps what it hands out. Ids are stored as digests, so that a stolen backup opens nothing. */
export function artifactStore(db: Db, clock: () => Date): (model: string) => Adapter {
  return (model) => (model === 'Client' ? clientStore(db, clock) : storeOf(db, clock, model))
}

/** SHA-256 of the model and the id: two models may give the same id. */
export function artifactKey(model: string, id: string): Buffer {
  return createHash('sha256').update(`${model}:${id}`).digest()
}

function storeOf(db: Db, clock: () => Date, model: string): Adapter {
  return {
    async upsert(id, payload, expiresInSeconds = DAY_SECONDS) {
      await saveArtifact(db, {
        key: artifactKey(model, id),
        model,
        payload: withoutSecrets(model, payload),
        grantId: payload.grantId ?? null,
        uid: payload.uid ?? null,
        accountId: payload.accountId ?? null,
        clientId: payload.clientId ?? null,
        expiresAt: new Date(clock().getTime() + expiresInSeconds * SECOND_MS),
      })
    },
    find: (id) => (BOUND.has(model) ? findBound(db, model, id) : findOne(db, model, id)),
    async findByUid(uid) {
      const met = kinMet()?.get(`Session ${uid}`)
      if (met) return met
      const stored = await sessionByUid(db, uid)
      return stored && payloadOf(stored)
    },
    async findByUserCode() {
      return undefined
    },
    consume: (id) => consumeOnce(db, clock(), model, id),
    async destroy(id) {
      await deleteArtifact(db, artifactKey(model, id))
    },
    async revokeByGrantId(grantId) {
      await deleteByGrant(db, model, grantId)
    },
  }
}

/** What hangs on a session and on a consent: both are asked for next, so they come along at once. */
const BOUND: ReadonlySet<string> = new Set(['AuthorizationCode', 'AccessToken', 'RefreshToken'])

/** What came along, for the rest of the same request and no longer. */
const kin = new WeakMap<object, Map<string, AdapterPayload>>()

function kinMet(): Map<string, AdapterPayload> | undefined {
  const { ctx } = Provider
  return ctx && kin.get(ctx)
}

async function findOne(db: Db, model: string, id: string): Promise<AdapterPayload | undefined> {
  const met = model === 'Grant' ? kinMet()?.get(`Grant ${id}`) : undefined
  if (met) return met
  const stored = await artifactByKey(db, artifactKey(model, id))
  return stored && { ...payloadOf(stored), jti: id }
}

async function findBound(db: Db, model: string, id: string): Promise<AdapterPayload | undefined> {
  const found = await artifactWithKin(db, artifactKey(model, id))
  if (!found) return undefined
  const { ctx } = Provider
  if (ctx) {
    const met = kin.get(ctx) ?? new Map<string, AdapterPayload>()
    kin.set(ctx, met)
    if (found.session?.uid) met.set(`Session ${found.session.uid}`, found.session)
    if (found.consent?.jti) met.set(`Grant ${found.consent.jti}`, found.consent)
  }
  return { ...payloadOf(found), jti: id }
}

/**
 * Whoever comes second, even in the same moment, gets nothing, and what the first got is taken back: one of the two stole
 * the code or token, and nobody can tell which (RFC 6749, section 4.1.2; RFC 9700, section 4.14.2).
 */
async function consumeOnce(db: Db, now: Date, model: string, id: string): Promise<void> {
  const key = artifactKey(model, id)
  if (await consumeArtifact(db, key, now)) return
  const grantId = await grantOf(db, key)
  if (grantId) await deleteGrants(db, [grantId], [artifactKey('Grant', grantId)])
  throw new errors.InvalidGrant('grant request is invalid')
}

/** How long a process may go on with what it knows of a client. What a suspension takes back is gone at once all the same. */
const CLIENT_MS = 5_000
const MOST_CLIENTS = 2_000

/** Clients are registered on pages of the portal, never through the provider. */
function clientStore(db: Db, clock: () => Date): Adapter {
  const known = new Map<string, { readonly metadata: AdapterPayload; readonly readAtMs: number }>()
  const refuse = async () => {
    throw new Error('The provider does not write clients')
  }
  return {
    async find(clientId) {
      const now = clock()
      const last = known.get(clientId)
      if (last && Math.abs(now.getTime() - last.readAtMs) < CLIENT_MS) return last.metadata
      const metadata = await metadataOf(db, clientId, now)
      known.delete(clientId)
      if (known.size >= MOST_CLIENTS) known.clear()
      if (metadata) known.set(clientId, { metadata, readAtMs: now.getTime() })
      return metadata
    },
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    upsert: refuse,
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: refuse,
  }
}

/** The id of a grant opens nothing and is needed to find what hangs on it; every other id is a key to something. */
function withoutSecrets(model: string, payload: AdapterPayload): AdapterPayload {
  if (model === 'Grant') return { ...payload }
  const { jti: _id, ...rest } = payload
  if (!rest.session) return rest
  const { cookie: _cookie, ...session } = rest.session
  return { ...rest, session }
}

function payloadOf({ payload, consumedAt }: StoredArtifact): AdapterPayload {
  return consumedAt ? { ...payload, consumed: Math.floor(consumedAt.getTime() / SECOND_MS) } : payload
}
