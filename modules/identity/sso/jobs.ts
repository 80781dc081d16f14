import type { Task } from '#platform/jobs'
import type { Vault } from '#platform/secret'
import { deleteExpiredArtifacts } from '../queries/sso-artifacts.ts'
import { deleteStaleSsoSessions } from '../queries/sso-sessions.ts'
import { keysAreDue, rotateKeys } from './keys.ts'
import { type SignOutNotice, TELL_SIGN_OUT } from './leave-agencies.ts'
import { tellSignOut } from './tell-sign-out.ts'

const SWEPT_AT_ONCE = 5_000

/** Background work of single sign-on. */
export function ssoTasks({ vault, publicUrl }: { vault: Vault; publicUrl: string }): readonly Task[] {
  return [
    {
      name: TELL_SIGN_OUT,
      run: (db, payload, now) => tellSignOut({ db, vault, publicUrl, now }, noticeIn(payload)),
    },
    {
      name: 'identity.sweep_sso',
      cron: '*/5 * * * *',
      async run(db, _payload, now) {
        while ((await deleteExpiredArtifacts(db, now, SWEPT_AT_ONCE)) === SWEPT_AT_ONCE);
        await deleteStaleSsoSessions(db, now)
      },
    },
    {
      name: 'identity.turn_sso_keys',
      cron: '20 19 * * *',
      async run(db, _payload, now) {
        if (await keysAreDue(db, now)) await rotateKeys(db, vault, now)
      },
    },
  ]
}

function noticeIn(payload: unknown): SignOutNotice {
  const { clientId, accountId, sid } = (payload ?? {}) as Partial<SignOutNotice>
  if (!clientId || !accountId || !sid)
    throw new TypeError('A notice of a sign-out that says not whose or where')
  return { clientId, accountId, sid }
}
