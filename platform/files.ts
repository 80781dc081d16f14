import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file is known by the SHA-256 of what is in it, as 64 hexadecimal digits. */
export type Digest = string & { readonly __unit: 'sha256' }

export type StoredFile = { readonly digest: Digest; readonly sizeBytes: number }

/** Where files live. Content never changes, so storing the same twice stores it once. */
export interface FileStore {
  /** Stored and flushed to disk when the promise resolves. @throws FileTooLargeError, and then nothing is kept */
  put(content: Readable, mostBytes: number): Promise<StoredFile>
  /** @throws FileMissingError */
  read(digest: Digest): Promise<Readable>
  has(digest: Digest): Promise<boolean>
}

export class FileTooLargeError extends Error {
  constructor(mostBytes: number) {
    super(`A file of more than ${mostBytes} bytes`)
    this.name = 'FileTooLargeError'
  }
}

export class FileMissingError extends Error {
  constructor(digest: string) {
    super(`No file ${digest}`)
    this.name = 'FileMissingError'
  }
}

/** Opens the store that `FILES_URL` names. A driver for object stores gets its own branch here. */
export function openFileStore(url: string, varDir: string): FileStore {
  const path = url.slice('disk:'.length)
  return new DiskStore(isAbsolute(path) ? path : join(varDir, path))
}

/** Where files lie that have not arrived whole yet. All web processes of an installation share it, as they share the files. */
export function uploadsFolder(varDir: string): string {
  return join(varDir, 'uploads')
}

class DiskStore implements FileStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async put(content: Readable, mostBytes: number): Promise<StoredFile> {
    await mkdir(this.#folder, { recursive: true })
    const draft = join(this.#folder, `draft-${randomUUID()}`)
    const hash = createHash('sha256')
    let sizeBytes = 0
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sizeBytes += chunk.length
        hash.update(chunk)
        done(sizeBytes > mostBytes ? new FileTooLargeError(mostBytes) : null, chunk)
      },
    })
    try {
      await pipeline(content, count, createWriteStream(draft, { mode: 0o640, flags: 'wx' }))
      await flush(draft)
      const digest = hash.digest('hex') as Digest
      await mkdir(join(this.#folder, digest.slice(0, 2)), { recursive: true })
      await rename(draft, this.#path(digest))
      await flush(join(this.#folder, digest.slice(0, 2)))
      return { digest, sizeBytes }
    } finally {
      await rm(draft, { force: true })
    }
  }

  async read(digest: Digest): Promise<Readable> {
    if (!(await this.has(digest))) throw new FileMissingError(digest)
    return createReadStream(this.#path(digest))
  }

  async has(digest: Digest): Promise<boolean> {
    return stat(this.#path(digest)).then(
      (file) => file.isFile(),
      () => false,
    )
  }

  #path(digest: Digest): string {
    // Only a digest is ever a path, whatever the caller believes it holds.
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new FileMissingError(digest)
    return join(this.#folder, digest.slice(0, 2), digest)
  }
}

/** What was written survives a power cut from here on. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
