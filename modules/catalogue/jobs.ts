import type { Task } from '#platform/jobs'
import { bringDueIntoForce } from './bring-into-force.ts'

/** 00:05 in Vietnam, in the UTC of the job queue. */
const AFTER_MIDNIGHT = '5 17 * * *'

export const tasks: readonly Task[] = [
  {
    name: 'catalogue.bring_into_force',
    cron: AFTER_MIDNIGHT,
    run: async (db, _payload, now) => {
      await bringDueIntoForce(db, now)
    },
  },
]
