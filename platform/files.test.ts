import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { test as bareTest, expect } from 'vitest'
import { type Digest, FileMissingError, FileTooLargeError, openFileStore } from './files.ts'

const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'

/** A store in a folder of its own. */
const test = bareTest
  .extend('varDir', ({ task: _task }, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'))
    onCleanup(() => rmSync(folder, { recursive: true }))
    return folder
  })
  .extend('store', ({ varDir }) => openFileStore('disk:files', varDir))

function kept(varDir: string): readonly string[] {
  return readdirSync(join(varDir, 'files'), { recursive: true, encoding: 'utf8' }).sort()
}

test('a file is read back as it was stored, under the digest of its content', async ({ store, varDir }) => {
  const stored = await store.put(Readable.from(['hel', 'lo']), 5)

  expect(stored).toEqual({ digest: HELLO, sizeBytes: 5 })
  expect(await text(await store.read(stored.digest))).toBe('hello')
  expect(kept(varDir)).toEqual(['2c', `2c/${HELLO}`])
  expect(statSync(join(varDir, 'files', '2c', HELLO)).mode & 0o007).toBe(0)
})

test('bytes stay bytes', async ({ store }) => {
  const bytes = Buffer.from([0, 255, 13, 10, 128, 0])

  const { digest } = await store.put(Readable.from([bytes]), 100)

  expect(await buffer(await store.read(digest))).toEqual(bytes)
})

test('the same content is kept once, also when it comes twice at the same moment', async ({
  store,
  varDir,
}) => {
  const both = await Promise.all([
    store.put(Readable.from(['hello']), 5),
    store.put(Readable.from(['hello']), 5),
  ])
  await store.put(Readable.from(['hello']), 5)

  expect(both.map(({ digest }) => digest)).toEqual([HELLO, HELLO])
  expect(kept(varDir)).toEqual(['2c', `2c/${HELLO}`])
})

test('of a file that is too large nothing is kept, and its sender is stopped', async ({ store, varDir }) => {
  let sent = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        sent += 1
        yield Buffer.alloc(1_000)
      }
    })(),
  )

  await expect(store.put(endless, 10_000)).rejects.toThrow(FileTooLargeError)

  expect(kept(varDir)).toEqual([])
  expect(endless.destroyed).toBe(true)
  expect(sent).toBeLessThan(200)
})

test('of a file whose sender breaks off nothing is kept', async ({ store, varDir }) => {
  const broken = Readable.from(
    (async function* () {
      yield 'hel'
      throw new Error('the line went dead')
    })(),
  )

  await expect(store.put(broken, 100)).rejects.toThrow('the line went dead')

  expect(kept(varDir)).toEqual([])
})

test('an empty file is a file', async ({ store }) => {
  const { digest, sizeBytes } = await store.put(Readable.from([]), 0)

  expect(sizeBytes).toBe(0)
  expect(await text(await store.read(digest))).toBe('')
})

test('what is not there is missing', async ({ store }) => {
  const digest = HELLO as Digest

  expect(await store.has(digest)).toBe(false)
  await expect(store.read(digest)).rejects.toThrow(FileMissingError)
})

test.for([
  '../../../etc/passwd',
  `../${HELLO}`,
  `${HELLO}/..`,
  HELLO.toUpperCase(),
  `${HELLO}\n`,
  HELLO.slice(1),
  '',
])('%j is no digest, and never a path', async (name, { store }) => {
  await store.put(Readable.from(['hello']), 5)

  await expect(store.read(name as Digest)).rejects.toThrow(FileMissingError)
  await expect(store.has(name as Digest)).rejects.toThrow(FileMissingError)
})
