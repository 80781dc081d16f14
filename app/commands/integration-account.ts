import { parseArgs } from 'node:util'
import { Refusal } from '#kernel/refusal'
import { openIntegrationAccount, refusals } from '#sync'
import { runCommand, say, withDatabase } from './database.ts'

const USAGE =
  'bin/integration-account --agency H56 --username NAME --password WORDS [--grant H56.14]... [--repeats-are-fine]'

runCommand(async () => {
  const { values } = parseArgs({
    options: {
      agency: { type: 'string' },
      username: { type: 'string' },
      password: { type: 'string' },
      grant: { type: 'string', multiple: true },
      'repeats-are-fine': { type: 'boolean', default: false },
    },
  })
  const { agency, username, password, grant: granted = [], 'repeats-are-fine': repeatsAreFine } = values
  if (!agency || !username || !password) throw new Error(USAGE)
  await withDatabase(async (db) => {
    try {
      const wish = { agency, username, password, granted, repeatsAreFine, by: 'console', now: new Date() }
      const account = await openIntegrationAccount(db, wish)
      say(`${username} may sync for ${[account.agencyCode, ...account.grantedCodes].join(', ')}.`)
    } catch (error) {
      const words = error instanceof Refusal ? refusals[error.code] : undefined
      throw words ? new Error(words.en) : error
    }
  })
})
