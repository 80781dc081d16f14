/** What the table of contents of an archive says, without unpacking anything. */
export type ZipContents = { readonly names: readonly string[]; readonly unpackedBytes: number }

const END_SIGN = 0x06054b50
const ENTRY_SIGN = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 65_535

/** Reads the central directory of a zip archive. `undefined` when it is broken, or of a kind that nobody attaches. */
export function readZip(bytes: Buffer): ZipContents | undefined {
  const end = endOf(bytes)
  if (end === undefined) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const names: string[] = []
  let unpackedBytes = 0
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGN) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    unpackedBytes += bytes.readUInt32LE(at + 24)
    names.push(bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + (name ?? 0)))
    at += ENTRY_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return { names, unpackedBytes }
}

function endOf(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGN) return at
  }
  return undefined
}
