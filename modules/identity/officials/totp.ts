import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'
import type { Vault } from '#platform/secret'

/** What every authenticator app can do: SHA-1, six digits, thirty seconds (RFC 6238). */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const STEP_MS = SHAPE.period * 1_000
/** A phone's clock may be wrong by half a minute either way. */
const DRIFT_STEPS = 1
/** RFC 4226, section 4, R6: 160 bits. */
const SECRET_BYTES = 20

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

/**
 * The time step of a right code, later than `lastStep`; undefined when it is wrong or was taken before. One step early or
 * late is still right.
 */
export function stepOfCode(secret: Buffer, typed: string, lastStep: number, now: Date): number | undefined {
  const token = typed.replace(/\s+/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const totp = new TOTP({ ...SHAPE, secret: secretOf(secret) })
  const delta = totp.validate({ token, timestamp: now.getTime(), window: DRIFT_STEPS })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / STEP_MS) + delta
  return step > lastStep ? step : undefined
}

/** For typing by hand: base32 in groups of four. */
export function secretInLetters(secret: Buffer): string {
  return (secretOf(secret).base32.match(/.{1,4}/g) ?? []).join(' ')
}

/** The address that an authenticator app reads from the picture. */
export function totpAddress(secret: Buffer, label: string, issuer: string): string {
  return new TOTP({ ...SHAPE, secret: secretOf(secret), label, issuer }).toString()
}

/** A QR code as one path of unit squares, and the length of its side, with the quiet zone of four that readers need. */
export function qrPicture(text: string): { readonly path: string; readonly side: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { path: squares.join(''), side: size }
}

/** At rest only sealed, and openable for its own account alone. */
export function sealTotp(vault: Vault, accountId: string, secret: Buffer): Buffer {
  return vault.seal(secret, `totp ${accountId}`)
}

export function openTotp(vault: Vault, accountId: string, sealed: Buffer): Buffer | undefined {
  return vault.open(sealed, `totp ${accountId}`)
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer })
}
