import { parseArgs } from 'node:util'
import { invitationPath, inviteFromMachine } from '#identity'
import { Refusal } from '#kernel/refusal'
import { readConfig } from '#platform/config'
import { runCommand, say, withDatabase } from './database.ts'

const USAGE = 'bin/invite-administrator --email E-MAIL --agency G22 [--name NAME] [--title TITLE] [--reset]'

runCommand(async () => {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      agency: { type: 'string' },
      name: { type: 'string' },
      title: { type: 'string', default: 'Quản trị viên' },
      reset: { type: 'boolean', default: false },
    },
  })
  const email = values.email?.trim().toLowerCase() ?? ''
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || !values.agency) throw new Error(USAGE)
  const { publicUrl } = readConfig(process.env)
  const { agency, title, reset: resets, name = email } = values
  await withDatabase(async (db) => {
    const wish = { email, agency, name, title, resets, role: 'administrator', now: new Date() } as const
    const token = await inviteFromMachine(db, { ...wish, reason: 'Chỉ định trên máy chủ' }).catch(
      unknownAgency,
    )
    if (!token) {
      say('This official can sign in already and is an administrator now. --reset makes a new link for them.')
      return
    }
    say('Open this once, within 72 hours:')
    say(`${publicUrl}${invitationPath(token)}`)
  })
})

function unknownAgency(error: unknown): never {
  if (error instanceof Refusal && error.code === 'identity.agency_gone')
    throw new Error('No working agency has this code. The centre is G22.')
  throw error
}
