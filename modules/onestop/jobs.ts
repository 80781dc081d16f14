import type { Handler } from '#platform/outbox'
import { CHANGED } from '#register'
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
