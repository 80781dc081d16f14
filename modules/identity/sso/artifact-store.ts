import { createHash } from 'node:crypto'
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { Db } from '#platform/db'
import {
  artifactByKey,
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
    async find(id) {
      const stored = await artifactByKey(db, artifactKey(model, id))
      return stored && { ...payloadOf(stored), jti: id }
    },
    async findByUid(uid) {
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

/** Clients are registered on pages of the portal, never through the provider. */
function clientStore(db: Db, clock: () => Date): Adapter {
  const refuse = async () => {
    throw new Error('The provider does not write clients')
  }
  return {
    find: (clientId) => metadataOf(db, clientId, clock()),
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
