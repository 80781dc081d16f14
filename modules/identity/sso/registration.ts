import { tidy } from '#kernel/vietnamese'
import { ALGORITHMS, type Algorithm } from './keys.ts'
import { isScope, SCOPE_NAMES, type Scope } from './scopes.ts'

/** What an administrator fills in. Lists of addresses are typed one a line. */
export type TypedRegistration = {
  readonly agency: string
  readonly name: string
  readonly purpose: string
  readonly contact: string
  readonly redirectUris: string
  readonly signOutUris: string
  readonly backChannelUri: string
  readonly scopes: readonly string[]
  readonly kind: string
  readonly level: string
  readonly isPairwise: boolean
  readonly isTest: boolean
  readonly algorithm: string
}

export type Registration = {
  readonly agency: string
  readonly name: string
  readonly purpose: string
  readonly contact: string
  readonly redirectUris: readonly string[]
  readonly signOutUris: readonly string[]
  readonly backChannelUri: string | null
  readonly scopes: readonly Scope[]
  readonly authentication: 'secret' | 'none'
  readonly subjectType: 'public' | 'pairwise'
  readonly level: 1 | 2
  readonly algorithm: Algorithm
  readonly isLegacy: boolean
  readonly isTest: boolean
}

export type RegistrationField =
  | 'agency'
  | 'name'
  | 'purpose'
  | 'contact'
  | 'redirectUris'
  | 'signOutUris'
  | 'backChannelUri'
  | 'kind'
  | 'subject'
export type RegistrationFault =
  | 'missing'
  | 'too_long'
  | 'no_email'
  | 'bad_address'
  | 'too_many'
  | 'several_hosts'
  | 'legacy_pairwise'

export type Faults = Partial<Record<RegistrationField, RegistrationFault>>

/** `web`: a server that keeps a secret. `device`: an app on people's devices. `legacy`: an existing client as it is. */
export const KINDS = ['web', 'device', 'legacy'] as const

const MOST_ADDRESSES = 20
const LONGEST_ADDRESS = 500
const LONGEST = { name: 120, purpose: 400, contact: 200 } as const

/** Reads a registration, or says field by field what is wrong with it. */
export function readRegistration(typed: TypedRegistration): Registration | Faults {
  const { isTest, isPairwise } = typed
  const redirectUris = lines(typed.redirectUris)
  const signOutUris = lines(typed.signOutUris)
  const backChannelUri = typed.backChannelUri.trim()
  const kind = KINDS.find((known) => known === typed.kind)
  const faults: Faults = {
    ...fault('agency', typed.agency.trim() ? undefined : 'missing'),
    ...fault('name', textFault(typed.name, LONGEST.name)),
    ...fault('purpose', textFault(typed.purpose, LONGEST.purpose)),
    ...fault('contact', textFault(typed.contact, LONGEST.contact) ?? emailFault(typed.contact)),
    ...fault('redirectUris', redirectUris.length === 0 ? 'missing' : addressFault(redirectUris, isTest)),
    ...fault('signOutUris', addressFault(signOutUris, isTest)),
    ...fault('backChannelUri', backChannelUri ? addressFault([backChannelUri], isTest) : undefined),
    ...fault('kind', kind ? undefined : 'missing'),
    ...fault('subject', isPairwise ? pairwiseFault(redirectUris, kind) : undefined),
  }
  if (!kind || Object.keys(faults).length > 0) return faults
  return {
    agency: typed.agency.trim(),
    name: tidy(typed.name),
    purpose: tidy(typed.purpose),
    contact: typed.contact.trim().toLowerCase(),
    redirectUris,
    signOutUris,
    backChannelUri: backChannelUri || null,
    scopes: SCOPE_NAMES.filter((scope) => scope === 'openid' || typed.scopes.filter(isScope).includes(scope)),
    authentication: kind === 'device' ? 'none' : 'secret',
    subjectType: isPairwise ? 'pairwise' : 'public',
    level: typed.level === '2' ? 2 : 1,
    algorithm: ALGORITHMS.find((known) => known === typed.algorithm) ?? 'RS256',
    isLegacy: kind === 'legacy',
    isTest,
  }
}

export function isRegistration(read: Registration | Faults): read is Registration {
  return 'scopes' in read
}

function fault(field: RegistrationField, what: RegistrationFault | undefined): Faults {
  return what ? { [field]: what } : {}
}

function textFault(typed: string, longest: number): RegistrationFault | undefined {
  const text = tidy(typed)
  if (!text) return 'missing'
  return text.length > longest ? 'too_long' : undefined
}

function emailFault(typed: string): RegistrationFault | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim()) ? undefined : 'no_email'
}

function addressFault(addresses: readonly string[], isTest: boolean): RegistrationFault | undefined {
  if (addresses.length > MOST_ADDRESSES) return 'too_many'
  return addresses.every((address) => isAddress(address, isTest)) ? undefined : 'bad_address'
}

/**
 * A whole https address without user name or fragment (RFC 6749, section 3.1.2; RFC 9700, section 2.1). Compared byte for byte
 * later on, so it has to be spelled as a browser spells it. A test client may run on the developer's own machine.
 */
function isAddress(address: string, isTest: boolean): boolean {
  if (address.length > LONGEST_ADDRESS || !/^[!-~]+$/.test(address) || !URL.canParse(address)) return false
  const { protocol, username, password, hash, hostname, href } = new URL(address)
  const isLocal = isTest && protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  const isSpelledOut = href === address || href === `${address}/`
  return (
    (protocol === 'https:' || isLocal) &&
    !username &&
    !password &&
    !hash &&
    !address.includes('#') &&
    isSpelledOut
  )
}

function pairwiseFault(
  redirectUris: readonly string[],
  kind: string | undefined,
): RegistrationFault | undefined {
  // Existing clients know people by TechID and by nothing else.
  if (kind === 'legacy') return 'legacy_pairwise'
  const hosts = new Set(redirectUris.filter((uri) => URL.canParse(uri)).map((uri) => new URL(uri).host))
  return hosts.size > 1 ? 'several_hosts' : undefined
}

function lines(text: string): readonly string[] {
  return [...new Set(text.split(/\s+/).filter(Boolean))]
}
