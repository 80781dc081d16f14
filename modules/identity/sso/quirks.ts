import { timingSafeEqual } from 'node:crypto'

/**
 * The shapes that existing agencies' clients send and no specification allows. Each is read here, for registered legacy
 * clients alone, and turned into what the specification says; the provider itself is never made lenient.
 */

type Registered = { readonly redirectUris: readonly string[]; readonly scopes: readonly string[] }

/**
 * The query of an authorization request, repaired: a return address that was not escaped is recognised by being, byte for byte,
 * one of those registered; a `+` in a state that was not escaped stays a plus; and `scope=openid`, which is all that these
 * clients ever say, means what they are registered for.
 */
export function repairedQuery(query: string, { redirectUris, scopes }: Registered): string {
  const withAddress = withEscapedAddress(query, redirectUris)
  return withAddress
    .split('&')
    .map((part) => {
      if (part.startsWith('state=')) return part.replaceAll('+', '%2B')
      if (part === 'scope=openid')
        return `scope=${scopes.filter((name) => name !== 'offline_access').join('%20')}`
      return part
    })
    .join('&')
}

/** The longest registered address that stands there unescaped, so that none is cut short. */
function withEscapedAddress(query: string, redirectUris: readonly string[]): string {
  const parts = query.match(/(^|&)redirect_uri=/g) ?? []
  if (parts.length !== 1) return query
  for (const uri of redirectUris.toSorted((a, b) => b.length - a.length)) {
    const written = `redirect_uri=${uri}`
    const at = `&${query}&`.indexOf(`&${written}&`)
    if (at >= 0) {
      return `${query.slice(0, at)}redirect_uri=${encodeURIComponent(uri)}${query.slice(at + written.length)}`
    }
  }
  return query
}

/** The client that a query names, whatever else stands in it. */
export function clientIdIn(query: string): string | undefined {
  const ids = [...query.matchAll(/(?:^|&)client_id=([A-Za-z0-9_.-]{3,64})(?=&|$)/g)]
  return ids.length === 1 ? ids[0]?.[1] : undefined
}

/** A form field whose name ends in a blank (`token_type_hint =`) is the field without it. */
export function repairedForm(body: string): string {
  const fields = new URLSearchParams(body)
  return new URLSearchParams([...fields].map(([name, value]) => [name.trimEnd(), value])).toString()
}

/** Introspection where the token itself is the credential: `Bearer <token>` beside `token=<token>`. */
export function introspectsItself(authorization: string | undefined, body: string): string | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization ?? '')?.[1]
  const token = new URLSearchParams(body).get('token')
  return bearer && token && isSame(bearer, token) ? token : undefined
}

/** Three parts in base64url: an ID token, where the specification knows access and refresh tokens alone. */
export function isJwt(token: string | null): token is string {
  return token !== null && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
