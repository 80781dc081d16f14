import { isIP } from 'node:net'
import { isAbsolute, join } from 'node:path'
import { ROOT } from './root.ts'

// What a text of the environment may be: each answers the value, or undefined when the text is none.

export function nonEmpty(text: string): string {
  return text
}

export function oneOf<Choice extends string>(choices: readonly Choice[]) {
  return (text: string): Choice | undefined => choices.find((choice) => choice === text)
}

export function whole(least: number, most: number) {
  return (text: string): number | undefined => {
    const value = Number(text)
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined
  }
}

export function bool(text: string): boolean | undefined {
  if (/^(true|1|yes|on)$/i.test(text)) return true
  return /^(false|0|no|off)$/i.test(text) ? false : undefined
}

export function addresses(text: string): readonly string[] | undefined {
  if (text === 'none') return []
  const list = text.split(',').map((item) => item.trim())
  return list.every((item) => /^[0-9a-fA-F.:]+$/.test(item)) ? list : undefined
}

export function folder(text: string): string {
  return isAbsolute(text) ? text : join(ROOT, text)
}

export function diskUrl(text: string): string | undefined {
  return /^disk:.+$/.test(text) ? text : undefined
}

export function smtpUrl(text: string): string | undefined {
  return /^smtps?:\/\/[^\s]+$/.test(text) ? text : undefined
}

export function webAddress(text: string): string | undefined {
  return /^https?:\/\/[^\s]+$/.test(text) ? text : undefined
}

export function tcpUrl(text: string): string | undefined {
  return /^tcp:\/\/[^/:\s]+:\d{1,5}$/.test(text) ? text : undefined
}

export function webOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, pathname, search, hash, origin } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash ? origin : undefined
}

/** The issuer of an OpenID provider (OpenID Connect Discovery 1.0, section 3). Without TLS only on this machine. */
export function issuerAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, search, hash } = new URL(text)
  const isNearby = protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)
  return (protocol === 'https:' || isNearby) && !search && !hash ? text : undefined
}

export function postgresUrl(text: string): string | undefined {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? text : undefined
}

/** A network, and the agency whose systems are behind it. */
export type SyncNetwork = { readonly address: string; readonly prefix: number; readonly agencyCode: string }

export function syncNetworks(text: string): readonly SyncNetwork[] | undefined {
  const networks = text.split(/[\s,]+/).filter((part) => part !== '')
  const read = networks.map((part): SyncNetwork | undefined => {
    const [, address = '', prefix = '', agencyCode = ''] =
      /^([^/=]+)\/(\d{1,3})=([A-Z]\d{2}[\d.]*)$/.exec(part) ?? []
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    return family > 0 && Number(prefix) <= most ? { address, prefix: Number(prefix), agencyCode } : undefined
  })
  return read.every((network) => network !== undefined) ? read : undefined
}

/** One setting: the variable of the environment, what holds without it, what it means and takes. */
export type Setting<Value> = {
  readonly env: string
  readonly fallback: Value
  readonly meaning: string
  readonly accepts: string
  /** Answers the value, or undefined when the text is none. */
  readonly parse: (text: string) => Value | undefined
}

export function setting<Value>(
  env: string,
  fallback: Value,
  meaning: string,
  accepts: string,
  parse: (text: string) => Value | undefined,
): Setting<Value> {
  return { env, fallback, meaning, accepts, parse }
}
