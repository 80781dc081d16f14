import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Db, Tx } from '#platform/db'
import { type Reader, readWithLog } from './access-log.ts'
import { thingOf } from './delegation.ts'
import { type ActingRow, actingRow, forgetDelegation } from './queries/acting.ts'
import { rotateSession, type Session } from './session.ts'

/** Làm thay: for whom somebody acts at this moment, as what, and in which procedures. */
export type ActingFor = ActingRow

/**
 * For whom a session acts. When the power is over, the session goes back to its own account, and the request that found out is
 * not done for anybody. @throws Refusal `identity.acting_over`
 */
export async function requireActing(db: Db, session: Session, now: Date): Promise<ActingFor> {
  const { delegationId: id, accountId: actor } = session
  const acting = id ? await actingRow(db, { id, actor, now }) : undefined
  if (acting) return acting
  await forgetDelegation(db, session.key)
  throw new Refusal('identity.acting_over')
}

type Start = { readonly session: Session; readonly delegationId: string; readonly now: Date }

/**
 * Bắt đầu làm thay: the session goes on under a new id, for another. The person sees it in the access log.
 * Answers the new id. @throws Refusal `identity.delegation_unknown`
 */
export async function startActing(tx: Tx, { session, delegationId, now }: Start): Promise<string> {
  const acting = await actingRow(tx, { id: delegationId, actor: session.accountId, now })
  if (!acting) throw new Refusal('identity.delegation_unknown')
  const reader = readerOf(acting, session.accountId)
  return readWithLog(
    tx,
    { subject: acting.accountId, reader, data: ['account'], purpose: 'act_for_another', now },
    async () => {
      await recordAct(tx, {
        actor: session.accountId,
        onBehalfOf: acting.accountId,
        verb: 'identity.acting_started',
        thing: thingOf(delegationId),
        now,
      })
      return rotateSession(tx, session, { delegationId, now })
    },
  )
}

/** An official who helps is an official also in the log; everyone else is named there. */
function readerOf({ post, agency, delegationId }: ActingFor, accountId: string): Reader {
  if (post && agency) return { kind: 'official', accountId, post, agency }
  return { kind: 'acting', accountId, delegationId }
}

/** Thôi làm thay: back to one's own account, under a new id. */
export async function stopActing(
  tx: Tx,
  { session, acting, now }: { session: Session; acting: ActingFor; now: Date },
): Promise<string> {
  await recordAct(tx, {
    actor: session.accountId,
    onBehalfOf: acting.accountId,
    verb: 'identity.acting_stopped',
    thing: thingOf(acting.delegationId),
    now,
  })
  return rotateSession(tx, session, { delegationId: null, now })
}

/** Whose matter a request is: of whoever is represented, or of the account itself. */
export function subjectOf(request: { actingFor?: ActingFor; session?: Session }): string | undefined {
  return request.actingFor?.accountId ?? request.session?.accountId
}

declare module 'fastify' {
  interface FastifyRequest {
    /** For whom the request is made, when not for the account itself. */
    actingFor?: ActingFor
  }
}
