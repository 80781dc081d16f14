import { DAY_MS } from '#kernel/civil-date'
import type { Task } from '#platform/jobs'
import { sealAccessLog } from './access-log-seal.ts'
import { deleteKeptAnswersBefore } from './queries/kept-answers.ts'
import { dropOldSignIns } from './queries/officials-sign-in.ts'
import { deleteSignInsBefore } from './queries/sign-ins.ts'
import { SIGN_IN_MS } from './sign-in.ts'

/** Every quarter of an hour. */
const QUARTERLY = '*/15 * * * *'

const HOURLY = '7 * * * *'

export const tasks: readonly Task[] = [
  {
    name: 'identity.seal_access_log',
    cron: HOURLY,
    run: async (db, _payload, now) => {
      await db.transaction((tx) => sealAccessLog(tx, now))
    },
  },
  {
    name: 'identity.forget_unfinished',
    cron: QUARTERLY,
    run: async (db, _payload, now) => {
      await deleteSignInsBefore(db, new Date(now.getTime() - 2 * SIGN_IN_MS))
      await deleteKeptAnswersBefore(db, now)
      await dropOldSignIns(db, now, new Date(now.getTime() - DAY_MS))
    },
  },
]
