import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore as TusFileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { PostedFile } from '#platform/uploads'
import { UPLOAD_LIMITS } from './file.ts'

export const UPLOADS_PATH = '/tep-dang-tai'

const DAY_MS = 86_400_000
/** How many files somebody may have on their way at once. */
const MOST_OPEN = 40
/** Whose it is, and what nobody can guess. */
const ID = /^[0-9a-f]{16}-[0-9a-f]{32}$/
/** Set by the portal alone: the library hands a request on and knows nothing of accounts. */
const ACCOUNT = 'x-upload-account'

/** Tải lên có nối lại: what has arrived stays for a day, and goes on from there. */
export type ResumableUploads = {
  /** Answers one request of the tus protocol 1.0, of the account that sends it. */
  readonly answer: (request: Request, account: string) => Promise<Response>
  /** A file that has arrived whole. `undefined`: this account has none of that name. */
  readonly take: (id: string, account: string) => Promise<Omit<PostedFile, 'field'> | undefined>
  readonly drop: (id: string, account: string) => Promise<void>
}

/** @param folder shared by all web processes, beside the files themselves; made when the first file comes */
export function openResumableUploads(folder: string): ResumableUploads {
  let opened: ResumableUploads | undefined
  const uploads = () => {
    opened ??= openIn(folder)
    return opened
  }
  return {
    answer: (request, account) => uploads().answer(request, account),
    take: (id, account) => uploads().take(id, account),
    drop: (id, account) => uploads().drop(id, account),
  }
}

function openIn(folder: string): ResumableUploads {
  const store = storeIn(folder)
  const isOwn = (id: string, account: string) => ID.test(id) && id.startsWith(`${markOf(account)}-`)
  const tus = new Server({
    path: UPLOADS_PATH,
    datastore: store,
    relativeLocation: true,
    maxSize: UPLOAD_LIMITS.mostBytes,
    allowedOrigins: () => false,
    namingFunction: (request) => `${markOf(accountOf(request))}-${randomBytes(16).toString('hex')}`,
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST' || request.method === 'OPTIONS') return
      if (!isOwn(id, accountOf(request))) throw new Answer(404, 'No such upload\n')
    },
    onUploadCreate: async (request) => {
      const mark = markOf(accountOf(request))
      const open = (await readdir(folder)).filter((name) => name.startsWith(mark) && name.endsWith('.json'))
      if (open.length >= MOST_OPEN) throw new Answer(429, 'Too many uploads at once\n')
      return {}
    },
  })
  return {
    answer: async (request, account) => {
      request.headers.set(ACCOUNT, account)
      return tus.handleWeb(request)
    },
    take: async (id, account) => {
      if (!isOwn(id, account)) return undefined
      const upload = await store.getUpload(id).catch(() => undefined)
      if (upload?.size === undefined || upload.offset !== upload.size) return undefined
      const name = upload.metadata?.['filename'] ?? 'tệp'
      return { name, bytes: await readFile(join(folder, id)), isTooLarge: false }
    },
    drop: async (id, account) => {
      // Twice is once: what is gone is gone.
      if (isOwn(id, account)) await store.remove(id).catch(() => undefined)
    },
  }
}

/** Takes away what nobody went on with for a day. Answers how many. */
export async function dropOldUploads(folder: string): Promise<number> {
  return existsSync(folder) ? storeIn(folder).deleteExpired() : 0
}

function storeIn(folder: string): TusFileStore {
  // The library would make it as well, and end the process where it cannot.
  mkdirSync(folder, { recursive: true })
  return new TusFileStore({ directory: folder, expirationPeriodInMilliseconds: DAY_MS })
}

/** What the library takes as an answer, thrown. */
class Answer extends Error {
  readonly status_code: number
  readonly body: string

  constructor(status: number, body: string) {
    super(body)
    this.status_code = status
    this.body = body
  }
}

function accountOf({ headers }: { readonly headers: Headers }): string {
  return headers.get(ACCOUNT) ?? ''
}

function markOf(account: string): string {
  return createHash('sha256').update(account).digest('hex').slice(0, 16)
}
