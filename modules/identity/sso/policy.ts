import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'

/** Mức độ định danh as clients ask for it and as it stands in the `acr` claim. */
export const LEVELS = ['LoA1', 'LoA2'] as const
export type LevelName = (typeof LEVELS)[number]

export function levelName(level: 1 | 2): LevelName {
  return level === 2 ? 'LoA2' : 'LoA1'
}

/**
 * When a person is asked something: the library's own reasons (nobody is signed in, a fresh sign-in was asked for, consent is
 * missing), and one of ours: the session is of a lower level than the client needs.
 */
export function interactions(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  policy.get('login')?.checks.add(
    new interactionPolicy.Check(
      'level',
      'the session does not have the level that was asked for',
      'unmet_authentication_requirements',
      (ctx) => ctx.oidc.session?.accountId !== undefined && levelOf(ctx.oidc.session.acr) < levelNeeded(ctx),
      (ctx) => ({ level: levelNeeded(ctx) }),
    ),
  )
  return policy
}

/**
 * The lowest level that the client names will do, and never less than its registration says. `acr_values` is a wish in
 * OpenID Connect Core (section 3.1.2.1); for a state service it is an obligation, answered as in RFC 9470, section 4.
 */
function levelNeeded({ oidc }: KoaContextWithOIDC): 1 | 2 {
  const wish = oidc.params?.['acr_values']
  const asked = (typeof wish === 'string' ? wish : '')
    .split(' ')
    .filter((name) => LEVELS.some((known) => known === name))
  const wantsTwo = asked.length > 0 && asked.every((name) => name === 'LoA2')
  return wantsTwo || oidc.client?.['motcua_level'] === 2 ? 2 : 1
}

function levelOf(acr: string | undefined): 1 | 2 {
  return acr === 'LoA2' ? 2 : 1
}
