import { randomFillSync } from 'node:crypto'

/**
 * A UUID whose first 48 bits are the moment (version 7, RFC 9562, section 5.7): rows made one after another lie side by
 * side in an index. An internal key, never shown.
 */
export function timeOrderedId(now: Date): string {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
