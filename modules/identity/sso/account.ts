import type { Account, Client, KoaContextWithOIDC } from 'oidc-provider'
import type { Database, Db } from '#platform/db'
import { readWithLog } from '../access-log.ts'
import { currentOrganization, currentPerson, isAccountId } from '../account.ts'
import { type OpenAccountRow, openAccount } from '../queries/sso-accounts.ts'
import { claimsOf, type Holder } from './claims.ts'
import { groupsOfScopes, type Scope, scopesIn } from './scopes.ts'

type Opener = { readonly db: Database; readonly clock: () => Date }
type Told = Record<string, string | number | boolean>

/**
 * Tells the provider about an account. Telling an agency's application more than that somebody has an account is an
 * opening of their data: it is written into the log that they read, or it does not happen.
 */
export function accountFinder({ db, clock }: Opener) {
  return async (ctx: KoaContextWithOIDC, id: string): Promise<Account | undefined> => {
    const account = isAccountId(id) ? await openAccount(db, id) : undefined
    if (!account) return undefined
    return {
      accountId: id,
      async claims(use, scope) {
        const { client } = ctx.oidc
        if (use === 'id_token' || !client) return { sub: id, ...basics(account, id, client) }
        return { sub: id, ...(await tell({ db, clock }, { id, account, client, scope })) }
      },
    }
  }
}

/** What stands in an ID token: nothing that the account itself does not say. */
function basics(
  { kind, assurance, organizationKind }: OpenAccountRow,
  id: string,
  client: Client | undefined,
): Told {
  const type = { person: 1, organization: organizationKind === '3' ? 3 : 2, official: undefined }[kind]
  const level = kind === 'organization' ? 2 : assurance
  return {
    ...(client?.subjectType === 'pairwise' ? {} : { TechID: id }),
    ...(type ? { LoaiTaiKhoan: type } : {}),
    ...(level ? { loAs: `LoA${level}` } : {}),
  }
}

type Asked = {
  readonly id: string
  readonly account: OpenAccountRow
  readonly client: Client
  readonly scope: string
}

async function tell({ db, clock }: Opener, { id, account, client, scope }: Asked): Promise<Told> {
  const scopes = registered(scopesIn(scope), client.scope)
  const isPairwise = client.subjectType === 'pairwise'
  const opening = {
    subject: id,
    reader: { kind: 'agency', client: client.clientId, agency: String(client['motcua_agency']) },
    data: groupsOfScopes(scopes),
    purpose: 'sign_in_elsewhere',
    now: clock(),
  } as const
  return db.transaction((tx) =>
    readWithLog(tx, opening, async () => {
      const holder = await holderOf(tx, id, account)
      return holder ? claimsOf(holder, { scopes, isPairwise }) : {}
    }),
  )
}

async function holderOf(
  db: Db,
  id: string,
  { kind, officialName }: OpenAccountRow,
): Promise<Holder | undefined> {
  if (kind === 'official') return { kind, accountId: id, name: officialName ?? '' }
  if (kind === 'person') {
    const person = await currentPerson(db, id)
    return person && { kind, person }
  }
  const organization = await currentOrganization(db, id)
  return organization && { kind, organization }
}

/** What the registration allows today: a grant from before it shrank opens no more than that. */
function registered(scopes: readonly Scope[], allowed: string | undefined): readonly Scope[] {
  const own = new Set<string>(scopesIn(allowed ?? ''))
  return scopes.filter((scope) => own.has(scope))
}
