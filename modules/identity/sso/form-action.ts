/** The content policy of a page whose form leads on to another origin: browsers hold the redirect after a form to it too. */
export function policyLeadingTo(policy: string, uri: string): string {
  return policy.replace("form-action 'self'", `form-action 'self' ${new URL(uri).origin}`)
}

type Answered = {
  readonly body: unknown
  readonly response: { readonly get: (name: string) => string }
  readonly set: (name: string, value: string) => void
}

/** `response_mode=form_post`: the provider's page sends a form to the client, and to nobody else. */
export function letItsFormLeave(answer: Answered): void {
  const { body } = answer
  const action =
    typeof body === 'string' ? /<form method="post" action="(https?:[^"]+)"/.exec(body)?.[1] : undefined
  if (!action) return
  const policy = answer.response.get('content-security-policy')
  answer.set('content-security-policy', policyLeadingTo(policy, action.replaceAll('&amp;', '&')))
}
