import { createHmac } from 'node:crypto'

/**
 * The subject that a pairwise client knows somebody by: the same for ever, and another one for every host that clients come
 * back to, so that two systems cannot compare notes (OpenID Connect Core, section 8.1).
 */
export function pairwiseSubject(salt: Buffer, redirectUri: string, accountId: string): string {
  return createHmac('sha256', salt)
    .update(`${new URL(redirectUri).host} ${accountId}`)
    .digest('base64url')
}
