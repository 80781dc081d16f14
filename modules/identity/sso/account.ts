import type { Account, KoaContextWithOIDC } from 'oidc-provider'
import type { Database, Db } from '#platform/db'
import { readWithLog } from '../access-log.ts'
import { currentOrganization, currentPerson, findAccount } from '../account.ts'
import { officialNameOf } from '../queries/sso-officials.ts'
import { claimsOf, type Holder } from './claims.ts'
import { groupsOfScopes, type Scope, scopesIn } from './scopes.ts'

type Opener = { readonly db: Database; readonly clock: () => Date }

/**
 * Tells the provider about an account. Telling an agency's application more than that somebody has an account is an
 * opening of their data: it is written into the log that they read, or it does not happen.
 */
export function accountFinder({ db, clock }: Opener) {
  return async (ctx: KoaContextWithOIDC, id: string): Promise<Account | undefined> => {
    const account = await findAccount(db, id)
    if (!account || account.closedAt) return undefined
    return {
      accountId: id,
      async claims(use, scope) {
        const client = ctx.oidc.client
        const scopes = registered(scopesIn(scope), client?.scope)
        const isPairwise = client?.subjectType === 'pairwise'
        if (use === 'id_token' || !client) return { sub: id, ...(await told(db, id, ['openid'], isPairwise)) }
        const agency = String(client['motcua_agency'])
        const reader = { kind: 'agency', client: client.clientId, agency } as const
        const opening = {
          subject: id,
          reader,
          data: groupsOfScopes(scopes),
          purpose: 'sign_in_elsewhere',
          now: clock(),
        } as const
        return db.transaction((tx) =>
          readWithLog(tx, opening, async () => ({ sub: id, ...(await told(tx, id, scopes, isPairwise)) })),
        )
      },
    }
  }
}

async function told(
  db: Db,
  id: string,
  scopes: readonly Scope[],
  isPairwise: boolean,
): Promise<Record<string, string | number | boolean>> {
  const holder = await holderOf(db, id)
  return holder ? claimsOf(holder, { scopes, isPairwise }) : {}
}

async function holderOf(db: Db, id: string): Promise<Holder | undefined> {
  const person = await currentPerson(db, id)
  if (person) return { kind: 'person', person }
  const organization = await currentOrganization(db, id)
  if (organization) return { kind: 'organization', organization }
  const name = await officialNameOf(db, id)
  return name === undefined ? undefined : { kind: 'official', accountId: id, name }
}

/** What the registration allows today: a grant from before it shrank opens no more than that. */
function registered(scopes: readonly Scope[], allowed: string | undefined): readonly Scope[] {
  const own = new Set<string>(scopesIn(allowed ?? ''))
  return scopes.filter((scope) => own.has(scope))
}
