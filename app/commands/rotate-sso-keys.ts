import { replaceAllKeys, rotateKeys } from '#identity'
import { readConfig } from '#platform/config'
import { openVault } from '#platform/secret'
import { runCommand, say, withDatabase } from './database.ts'

runCommand(async () => {
  const [how] = process.argv.slice(2)
  if (how !== undefined && how !== 'replace')
    throw new Error('bin/rotate-sso-keys, or after a theft: bin/rotate-sso-keys replace')
  const vault = openVault(readConfig(process.env), 'identity')
  await withDatabase(async (db) => {
    if (how === 'replace') {
      await replaceAllKeys(db, vault, new Date())
      say('All signing keys were replaced. ID tokens from before no longer verify.')
    } else {
      await rotateKeys(db, vault, new Date())
      say('The next keys sign from now on. Those from before stay published for 30 days.')
    }
    say('Every web process takes them up within a minute.')
  })
})
