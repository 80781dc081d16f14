import { DAY_MS } from '#kernel/civil-date'
import type { Task } from '#platform/jobs'
import type { Handler } from '#platform/outbox'
import { CHANGED } from '#register'
import { dropEmptyTallies } from './queries/work.ts'
import { remind } from './remind.ts'
import { placeWork } from './work.ts'

/** Whatever changes in the register is seen at the desk: filings, supplements, withdrawals. */
export const handlers: readonly Handler[] = [
  {
    name: 'onestop.place_work',
    event: CHANGED,
    act: async (tx, { payload }) => {
      if (typeof payload['code'] === 'string') await placeWork(tx, payload['code'])
    },
  },
]

export const tasks: readonly Task[] = [
  {
    name: 'onestop.remind',
    // Every ten minutes of the day, whoever works when.
    cron: '*/10 * * * *',
    run: async (db, _payload, now) => {
      await remind(db, now)
    },
  },
  {
    // Every night, while nobody works.
    name: 'onestop.drop_empty_tallies',
    cron: '41 19 * * *',
    run: async (db, _payload, now) => {
      await dropEmptyTallies(db, new Date(now.getTime() - DAY_MS))
    },
  },
]
