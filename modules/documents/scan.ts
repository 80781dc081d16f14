import { connect } from 'node:net'
import type { Readable } from 'node:stream'
import type { FileStore } from '#platform/files'
import type { Task } from '#platform/jobs'
import { filesByIds, setScan } from './queries/files.ts'
import { dropOldUploads } from './resumable.ts'

export const SCAN = 'documents.scan'
const SCAN_MS = 60_000

/** Quét mã độc: answers whether the bytes are clean. @throws Error when it cannot tell */
export type Scanner = (bytes: Readable) => Promise<'clean' | 'infected'>

/** ClamAV over its own protocol (INSTREAM): lengths and pieces, then one line. `url` is `tcp://host:port`. */
export function clamav(url: string): Scanner {
  const { hostname, port } = new URL(url)
  return async (bytes) => {
    const socket = connect({ host: hostname, port: Number(port) })
    socket.setTimeout(SCAN_MS, () => socket.destroy(new Error('The scanner did not answer in time')))
    const answer = collect(socket)
    // What goes wrong on the line is told by the answer that does not come.
    answer.catch(() => {})
    socket.write('zINSTREAM\0')
    for await (const piece of bytes) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE((piece as Buffer).length)
      socket.write(length)
      socket.write(piece as Buffer)
    }
    socket.write(Buffer.alloc(4))
    const said = await answer
    if (/\bOK\b/.test(said)) return 'clean'
    if (/FOUND/.test(said)) return 'infected'
    throw new Error(`The scanner said: ${said.slice(0, 200)}`)
  }
}

async function collect(socket: Readable): Promise<string> {
  let said = ''
  for await (const piece of socket) {
    said += String(piece)
    if (said.includes('\0')) break
  }
  return said
}

/** Background work on files: those that wait for it are scanned, parts that nobody went on with are dropped. */
export function fileTasks(
  files: FileStore,
  scanner: Scanner | undefined,
  uploadsFolder: string,
): readonly Task[] {
  return [
    {
      name: 'documents.drop_old_uploads',
      cron: '23 * * * *',
      run: async () => {
        await dropOldUploads(uploadsFolder)
      },
    },
    {
      name: SCAN,
      run: async (db, payload) => {
        const id = idOf(payload)
        const [file] = await filesByIds(db, [id])
        if (file?.scan !== 'waiting') return
        await setScan(db, id, scanner ? await scanner(await files.read(file.sha256)) : 'not_scanned')
      },
    },
  ]
}

function idOf(payload: unknown): string {
  const id = typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined
  if (typeof id !== 'string') throw new TypeError('A scan without the id of a file')
  return id
}
