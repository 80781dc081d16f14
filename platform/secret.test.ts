import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { installationSecret, openVault } from './secret.ts'

const varDir = mkdtempSync(join(tmpdir(), 'motcua-secret-'))
afterAll(() => rmSync(varDir, { recursive: true }))

describe('the secret of an installation', () => {
  test('is made once', () => {
    expect(installationSecret({ varDir })).toBe(installationSecret({ varDir }))
  })

  test('what is sealed opens again, for the same thing and nothing else', () => {
    const vault = openVault({ varDir }, 'one')
    const sealed = vault.seal(Buffer.from('a secret'), 'account 1')

    expect(vault.open(sealed, 'account 1')?.toString()).toBe('a secret')
    expect(vault.open(sealed, 'account 2')).toBeUndefined()
  })

  test('another purpose has other keys', () => {
    const [one, other] = [openVault({ varDir }, 'one'), openVault({ varDir }, 'other')]

    expect(other.open(one.seal(Buffer.from('x'), 'a'), 'a')).toBeUndefined()
    expect(other.isDigest(one.digest('text'), 'text')).toBe(false)
    expect(one.isDigest(one.digest('text'), 'text')).toBe(true)
  })

  test('no changed byte goes unseen', () => {
    const vault = openVault({ varDir }, 'one')
    const sealed = vault.seal(Buffer.from('a secret'), 'a')

    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(vault.open(changed, 'a')).toBeUndefined()
    }
    expect(vault.open(Buffer.alloc(5), 'a')).toBeUndefined()
  })
})
