import { transcode } from 'node:buffer'

const SCRATCH_BYTES = 2 * 1_024 * 1_024
const scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES)

/**
 * A text as the bytes that go out. Node encodes Vietnamese letter by letter, and does it again for every one of length,
 * digest and socket. Copied out as it lies in memory and transcoded with vector instructions it takes a fifth of the time,
 * once.
 */
export function utf8(text: string): Buffer {
  if (text.length * 2 > SCRATCH_BYTES) return Buffer.from(text)
  const length = scratch.write(text, 'utf16le')
  try {
    return transcode(scratch.subarray(0, length), 'utf16le', 'utf8')
  } catch {
    // Half of a character that lies beyond the first 65,536, cut off somewhere: it becomes U+FFFD.
    return Buffer.from(text)
  }
}
