import { DAY_MS } from '#kernel/civil-date'
import type { Task } from '#platform/jobs'
import { dropOldSessions } from './queries/accounts.ts'
import { dropOldMessages } from './queries/messages.ts'

/** How long messages are kept as they were received. */
export function tasks({ messageDays }: { readonly messageDays: number }): readonly Task[] {
  return [
    {
      name: 'sync.drop_old',
      cron: '47 18 * * *',
      run: async (db, _payload, now) => {
        await dropOldSessions(db, now)
        await dropOldMessages(db, new Date(now.getTime() - messageDays * DAY_MS))
      },
    },
  ]
}
