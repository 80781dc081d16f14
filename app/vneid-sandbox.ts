import { randomBytes } from 'node:crypto'
import { startSandbox } from './sandbox.ts'

export type VneidSandbox = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly stop: () => Promise<void>
}

/** Starts the stand-in for VNeID. It knows one client, the portal at `portalUrl`. */
export async function startVneidSandbox(portalUrl: string): Promise<VneidSandbox> {
  const clientId = 'motcua'
  const clientSecret = randomBytes(32).toString('base64url')
  const { said, stop } = await startSandbox('vneid', 'issuer', {
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    PORTAL_URL: portalUrl,
  })
  return { issuer: said['issuer'] ?? '', clientId, clientSecret, stop }
}
