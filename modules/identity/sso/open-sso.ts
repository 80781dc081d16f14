import { randomBytes } from 'node:crypto'
import type Provider from 'oidc-provider'
import type { Database } from '#platform/db'
import type { Vault } from '#platform/secret'
import { saltNamed } from '../queries/sso-keys.ts'
import { keysVersion, loadKeys } from './keys.ts'
import { makeProvider } from './provider.ts'

/** How long a process may go on with the keys that it knows after another has turned them over. */
const LOOK_EVERY_MS = 60_000

export type SsoParts = {
  readonly db: Database
  readonly clock: () => Date
  readonly publicUrl: string
  readonly vault: Vault
  readonly onFault: (error: Error) => void
}

/** Đăng nhập một lần: answers the provider that has the keys of now. */
export type Sso = { readonly provider: () => Promise<Provider> }

type Loaded = { readonly provider: Provider; readonly version: string; readonly checkedAtMs: number }

/**
 * Opens single sign-on when it is first asked for, and looks once a minute whether the keys were turned over: then the next
 * request gets a provider with the new ones. Requests that are under way end on the old, whose keys stay published.
 */
export function openSso(parts: SsoParts): Sso {
  let loading: Promise<Loaded> | undefined
  return {
    async provider() {
      loading ??= load(parts)
      const current = loading
      try {
        const loaded = await current
        if (parts.clock().getTime() - loaded.checkedAtMs < LOOK_EVERY_MS) return loaded.provider
        // One request looks, the others that come meanwhile wait for its answer.
        if (loading === current) loading = looked(parts, loaded)
        return (await loading).provider
      } catch (error) {
        loading = undefined
        throw error
      }
    },
  }
}

async function looked(parts: SsoParts, loaded: Loaded): Promise<Loaded> {
  const version = await keysVersion(parts.db)
  if (version !== loaded.version) return load(parts)
  return { ...loaded, checkedAtMs: parts.clock().getTime() }
}

async function load({ db, clock, publicUrl, vault, onFault }: SsoParts): Promise<Loaded> {
  const now = clock()
  const { jwks, version } = await loadKeys(db, vault, now)
  const salt = await saltNamed(db, 'pairwise', randomBytes(32))
  const provider = makeProvider({ db, clock, publicUrl, jwks, salt, onFault })
  return { provider, version, checkedAtMs: now.getTime() }
}
