import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

export type Line = { readonly number: number; readonly text: string }

/** The file itself cannot be read: nothing of it was taken over. */
export class UnreadableFile extends Error {}

const GZIP = [0x1f, 0x8b]
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]
const MOST_DOCUMENT_CHARACTERS = 64 * 1_024 * 1_024

/**
 * The lines of a JSON Lines file, compressed or not. A file that holds a single JSON document spread over many lines comes as
 * one line, its first.
 * `onShare` hears how much of the file has been read, from 0 to 1.
 * @throws UnreadableFile when there is no such file or it is in another encoding
 */
export async function* readLines(path: string, onShare?: (share: number) => void): AsyncGenerator<Line> {
  let document = ''
  let isDocument = false
  let number = 0
  for await (const raw of createInterface({ input: await contentOf(path, onShare), crlfDelay: Infinity })) {
    number += 1
    const text = number === 1 ? raw.replace(/^\uFEFF/, '') : raw
    if (number === 1) isDocument = !isJson(text)
    if (isDocument && document.length < MOST_DOCUMENT_CHARACTERS) document += `${text}\n`
    else if (text.trim()) yield { number, text }
  }
  if (!isDocument) return

  if (isJson(document)) yield { number: 1, text: document }
  // It was lines after all, and the first of them is broken.
  else for (const [i, text] of document.split('\n').entries()) if (text.trim()) yield { number: i + 1, text }
}

async function contentOf(path: string, onShare?: (share: number) => void): Promise<Readable> {
  const handle = await open(path, 'r').catch((error: Error) => {
    throw new UnreadableFile(`${path} cannot be opened: ${error.message}`, { cause: error })
  })
  const { size } = await handle.stat()
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close())
  const startsWith = (bytes: readonly number[]) => bytes.every((byte, i) => buffer[i] === byte)
  if (UTF16.some(startsWith)) throw new UnreadableFile(`${path} is UTF-16: save it as UTF-8 first`)

  const file = createReadStream(path)
  if (onShare) file.on('data', () => onShare(size === 0 ? 1 : file.bytesRead / size))
  if (!startsWith(GZIP)) return file
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
