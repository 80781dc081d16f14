/** The content policy of a page whose form leads on to another origin: browsers hold the redirect after a form to it too. */
export function policyLeadingTo(policy: string, uri: string): string {
  return policy.replace("form-action 'self'", `form-action 'self' ${new URL(uri).origin}`)
}
