import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the secret comes from: `COOKIE_SECRET`, the same on all machines, or a file of this one. */
export type SecretSource = { readonly varDir: string; readonly cookieSecret?: string | undefined }

/** The secret of this installation, made once, readable by its user alone. Keys are derived from it, one for each purpose. */
export function installationSecret({ varDir, cookieSecret }: SecretSource): string {
  if (cookieSecret) return cookieSecret
  const file = join(varDir, 'cookie-secret')
  if (!existsSync(file)) {
    mkdirSync(varDir, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      // Another process was first: its secret is ours too.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/** What a module does with its own key: nobody learns the key itself. */
export type Vault = {
  /** Encrypts (AES-256-GCM). `about` has to be said again to open it: what is sealed for one cannot be shown to another. */
  readonly seal: (plain: Buffer, about: string) => Buffer
  /** Undefined when it was changed, sealed with another key, or is about something else. */
  readonly open: (sealed: Buffer, about: string) => Buffer | undefined
  /** A digest that only this installation can make (HMAC-SHA-256). */
  readonly digest: (text: string) => Buffer
  readonly isDigest: (claimed: Buffer, text: string) => boolean
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Keys for `purpose` by HKDF (RFC 5869): two purposes share nothing. */
export function openVault(source: SecretSource, purpose: string): Vault {
  const secret = installationSecret(source)
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `motcua ${purpose} ${use}`, 32))
  const [sealing, signing] = [keyFor('seal'), keyFor('digest')]
  const digest = (text: string) => createHmac('sha256', signing).update(text).digest()
  return {
    seal(plain, about) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed, about) => opened(sealing, sealed, about),
    digest,
    isDigest: (claimed, text) => claimed.length === 32 && timingSafeEqual(claimed, digest(text)),
  }
}

function opened(key: Buffer, sealed: Buffer, about: string): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}
