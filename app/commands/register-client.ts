import { readFileSync } from 'node:fs'
import { approveFromMachine, isRegistration, readRegistration, type TypedRegistration } from '#identity'
import { runCommand, say, withDatabase } from './database.ts'

const EMPTY: TypedRegistration = {
  agency: '',
  name: '',
  purpose: '',
  contact: '',
  redirectUris: '',
  signOutUris: '',
  backChannelUri: '',
  scopes: [],
  kind: 'web',
  level: '1',
  algorithm: 'RS256',
  isPairwise: false,
  isTest: false,
}

runCommand(async () => {
  const [file] = process.argv.slice(2)
  if (!file)
    throw new Error(
      'Which file? bin/register-client FILE.json (sandbox/agency-portal/client.json shows the shape)',
    )
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof written !== 'object' || written === null) throw new Error(`${file} holds no object`)
  const registration = readRegistration(typedIn(written))
  if (!isRegistration(registration)) {
    throw new Error(
      Object.entries(registration)
        .map(([field, fault]) => `${field}: ${fault}`)
        .join('\n'),
    )
  }
  await withDatabase(async (db) => {
    const { clientId, secret } = await approveFromMachine(db, registration, new Date())
    say(`CLIENT_ID=${clientId}`)
    if (secret) say(`CLIENT_SECRET=${secret}`)
    say('The secret is not kept anywhere: copy it now.')
  })
})

/** Lists may be written as lists. What is missing is empty, and then refused where it has to be there. */
function typedIn(written: object): TypedRegistration {
  const typed = { ...EMPTY }
  for (const [name, value] of Object.entries(written)) {
    const kept = Array.isArray(value) && name !== 'scopes' ? value.join('\n') : value
    const empty = Object.entries(EMPTY).find(([known]) => known === name)?.[1]
    if (typeof kept !== typeof empty) throw new Error(`${name}: nothing of this kind is registered`)
    Object.assign(typed, { [name]: kept })
  }
  return typed
}
