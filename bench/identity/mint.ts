import { createHash } from 'node:crypto'
import type Provider from 'oidc-provider'

export const CLIENT = { id: 'quick-start', secret: 'quick-start-secret' } as const
export const REDIRECT_URI = 'https://agency.example/callback'
export const VERIFIER = 'x'.repeat(43)
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')

type Wanted = { readonly clientId: string; readonly accountId: string; readonly count: number }

/** Codes as an authorization request leaves them: with PKCE, bound to a session and to a grant. */
export async function mintCodes(
  provider: Provider,
  { clientId, accountId, count }: Wanted,
): Promise<string[]> {
  const client = await provider.Client.find(clientId)
  if (!client) throw new Error(`There is no client ${clientId}`)
  const grant = new provider.Grant({ accountId, clientId })
  grant.addOIDCScope('openid')
  const grantId = await grant.save()
  const session = new provider.Session()
  session.loginAccount({ accountId })
  session.ensureClientContainer(clientId)
  session.grantIdFor(clientId, grantId)
  await session.save(3_600)
  const codes: string[] = []
  for (let made = 0; made < count; made += 1) {
    const code = new provider.AuthorizationCode({
      client,
      accountId,
      grantId,
      gty: 'authorization_code',
      scope: 'openid',
      redirectUri: REDIRECT_URI,
      sessionUid: session.uid,
      expiresWithSession: true,
      codeChallenge: CHALLENGE,
      codeChallengeMethod: 'S256',
      authTime: Math.floor(Date.now() / 1_000),
    })
    codes.push(await code.save())
  }
  return codes
}
