import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

type Options = { readonly challenge: string; readonly user?: { readonly id: string } }

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

/** A passkey in software: what a phone does when it makes and uses one (WebAuthn level 3, ES256, attestation `none`). */
export class SoftAuthenticator {
  readonly #id = randomBytes(32)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #rpId: string
  readonly #origin: string
  #userHandle = ''
  /** Raised by one with every use. A copy of the key would fall behind. */
  counter = 0
  /** Off for a key that does not ask for PIN, finger or face. */
  verifiesUser = true

  constructor(rpId = 'portal.test', origin = `http://${rpId}`) {
    this.#rpId = rpId
    this.#origin = origin
  }

  /** Answers the options of a registration as the browser would, as the text of the form's field. */
  create(optionsText: string): string {
    const options = JSON.parse(optionsText) as Options
    this.#userHandle = options.user?.id ?? ''
    const authData = Buffer.concat([
      this.#head(HAS_CREDENTIAL),
      Buffer.alloc(16),
      uint16(this.#id.length),
      this.#id,
      coseKey(this.#keys.publicKey),
    ])
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    ])
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', options).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** Answers the options of a sign-in. */
  get(optionsText: string): string {
    const options = JSON.parse(optionsText) as Options
    this.counter += 1
    const authData = this.#head(0)
    const clientData = this.#clientData('webauthn.get', options)
    const digest = createHash('sha256').update(clientData).digest()
    const signature = createSign('sha256').update(authData).update(digest).sign(this.#keys.privateKey)
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: this.#userHandle,
    })
  }

  #answer(response: object): string {
    const id = this.#id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }

  #head(more: number): Buffer {
    const flags = USER_PRESENT | (this.verifiesUser ? USER_VERIFIED : 0) | more
    const rpIdHash = createHash('sha256').update(this.#rpId).digest()
    return Buffer.concat([rpIdHash, Buffer.from([flags]), uint32(this.counter)])
  }

  #clientData(type: string, { challenge }: Options): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }
}

/** What a page asks of a passkey. */
export function passkeyOptions(page: string, act: 'create' | 'get'): string {
  const form = [...page.matchAll(/<form\b[^>]*>/g)].find(([tag]) =>
    tag.includes(`data-passkey="${act}"`),
  )?.[0]
  const options = /data-options="([^"]*)"/.exec(form ?? '')?.[1]
  if (!options) throw new Error('This page asks for no passkey')
  return options.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

/** COSE_Key of P-256 for ES256: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const [xBytes, yBytes] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(xBytes),
    Buffer.from([0x22]),
    cborBytes(yBytes),
  ])
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + Buffer.byteLength(text)]), Buffer.from(text)])
}

function cborBytes(bytes: Buffer): Buffer {
  const head =
    bytes.length < 256
      ? Buffer.from([0x58, bytes.length])
      : Buffer.concat([Buffer.from([0x59]), uint16(bytes.length)])
  return Buffer.concat([head, bytes])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
