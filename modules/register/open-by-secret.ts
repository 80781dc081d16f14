import { Refusal } from '#kernel/refusal'
import type { Database } from '#platform/db'
import { trySecret } from './queries/dossiers.ts'
import { secretDigest } from './secret.ts'

/** Wrong secrets after which a dossier opens by sign-in only. */
const MOST_FAILURES = 20

/**
 * Mở bằng mã bí mật in trên giấy tiếp nhận. Each wrong try is counted, so that nobody can try them all, slowly or from many
 * places. @throws Refusal `register.secret_wrong`, `register.secret_locked`
 */
export async function openBySecret(
  db: Database,
  { code, typed }: { code: string; typed: string },
): Promise<void> {
  const tried = await db.transaction((tx) => trySecret(tx, { code, digest: secretDigest(typed) }))
  if (tried && tried.failures > MOST_FAILURES) throw new Refusal('register.secret_locked')
  if (!tried?.fits) throw new Refusal('register.secret_wrong')
}
