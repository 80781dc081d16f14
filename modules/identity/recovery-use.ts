import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Database, Tx } from '#platform/db'
import { digestOfCode, readPaperCode } from './paper-code.ts'
import { reopenAccountRow } from './queries/accounts.ts'
import { countWrongTry, lockRecoveryByCode, useRecovery } from './queries/recoveries.ts'
import { thingOf } from './recovery.ts'
import { openSession } from './session.ts'

/** With a wrong number, a code found in the street is worth so many tries. */
const MOST_TRIES = 5

type Slip = {
  readonly code: string
  readonly personalId: string
  readonly device: string
  readonly now: Date
}

/**
 * Mã trên giấy: opens the account once, at level 1, whatever level it had; also one that its owner had closed, for two
 * officials have seen that it is the owner who wants it back. Answers the id of the session.
 * @throws Refusal `identity.recovery_code_wrong`, which does not say what was wrong
 */
export async function useRecoveryCode(db: Database, slip: Slip): Promise<string> {
  const token = await db.transaction((tx) => tryCode(tx, slip))
  // Thrown only now: the try has to be counted, whatever comes of it.
  if (!token) throw new Refusal('identity.recovery_code_wrong')
  return token
}

async function tryCode(tx: Tx, { code, personalId, device, now }: Slip): Promise<string | undefined> {
  const letters = readPaperCode('recovery', code)
  const found = letters && (await lockRecoveryByCode(tx, digestOfCode('recovery', letters), now))
  if (!found) return undefined
  const { id, subject: accountId } = found
  if (found.personalId !== personalId) {
    await countWrongTry(tx, { id, most: MOST_TRIES, now })
    return undefined
  }
  await useRecovery(tx, id, now)
  await recordAct(tx, { actor: accountId, verb: 'identity.recovery_used', thing: thingOf(id), now })
  if (await reopenAccountRow(tx, accountId)) {
    const thing = `account:${accountId}`
    await recordAct(tx, { actor: accountId, verb: 'identity.account_reopened', thing, now })
  }
  return openSession(tx, {
    accountId,
    accountKind: 'person',
    assurance: 1,
    device,
    means: 'recovery',
    now,
  })
}
