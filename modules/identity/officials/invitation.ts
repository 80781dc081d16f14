import { randomBytes } from 'node:crypto'
import { recordAct } from '#platform/acts'
import type { Db, Tx } from '#platform/db'
import {
  type InvitationPurpose,
  type InvitationRow,
  insertInvitation,
  invitationByKey,
  withdrawInvitationsOf,
} from '../queries/officials-invitations.ts'
import { keyOf } from '../session.ts'
import { thingOf } from './official.ts'

/** Thư mời. */
export type Invitation = InvitationRow

const HOUR_MS = 3_600_000
const INVITATION_HOURS = 72

type Writing = {
  readonly accountId: string
  readonly purpose: InvitationPurpose
  readonly reason: string
  readonly by: string | null
  readonly now: Date
}

/** Writes an invitation in place of those still open, and answers its token, which is shown once and not kept. */
export async function writeInvitation(
  tx: Tx,
  { accountId, purpose, reason, by, now }: Writing,
): Promise<string> {
  await withdrawInvitationsOf(tx, accountId, now)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + INVITATION_HOURS * HOUR_MS)
  await insertInvitation(tx, {
    key: keyOf(token),
    accountId,
    purpose,
    reason,
    madeAt: now,
    madeBy: by,
    expiresAt,
  })
  await recordAct(tx, {
    actor: by ?? 'machine',
    verb: 'identity.invitation_made',
    thing: thingOf(accountId),
    reason,
    details: { purpose },
    now,
  })
  return token
}

/** An invitation that can be accepted now; undefined when it is unknown, used, withdrawn or over. */
export async function findInvitation(db: Db, token: string, now: Date): Promise<Invitation | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined
  const invitation = await invitationByKey(db, keyOf(token))
  if (!invitation || invitation.acceptedAt || invitation.withdrawnAt) return undefined
  return invitation.expiresAt > now ? invitation : undefined
}

/** The page that an invitation leads to. */
export function invitationPath(token: string): string {
  return `/thu-moi/${token}`
}
