import type { DelegationKind } from './delegation.ts'
import type { Role } from './officials/role.ts'

/** Who somebody is towards a record: an account by itself, an account acting for another, an official by role. */
type Who = 'account' | `acting:${DelegationKind}` | Role

export type ResourceKind = 'access_entry' | 'delegation' | 'recovery' | 'official' | 'client'
export type PolicyAct = 'list' | 'read' | 'grant' | 'accept' | 'end' | 'ask' | 'confirm'

/**
 * How far a rule reaches. `subject`: records about oneself. `actor`: in which one acts. `party`: either. `represented`: about
 * the person one acts for. `workplace`: of the agencies where one has a post within the role. `tree`: of all agencies that
 * the role reaches. `at_work`: any, as long as one has such a post.
 */
type Scope = 'subject' | 'actor' | 'party' | 'represented' | 'workplace' | 'tree' | 'at_work'

type Rule = {
  readonly who: readonly Who[]
  readonly resource: ResourceKind
  readonly acts: readonly PolicyAct[]
  readonly scope: Scope
}

/** Who may do what to which records of identity. What no line allows is forbidden. */
export const POLICY: readonly Rule[] = [
  { who: ['account'], resource: 'access_entry', acts: ['list'], scope: 'subject' },
  {
    who: ['acting:parent', 'acting:guardian', 'acting:representative'],
    resource: 'access_entry',
    acts: ['list'],
    scope: 'represented',
  },

  { who: ['account'], resource: 'delegation', acts: ['list', 'read', 'end'], scope: 'party' },
  { who: ['account'], resource: 'delegation', acts: ['grant'], scope: 'subject' },
  { who: ['account'], resource: 'delegation', acts: ['accept'], scope: 'actor' },
  {
    who: ['acting:parent', 'acting:guardian'],
    resource: 'delegation',
    acts: ['list', 'read'],
    scope: 'represented',
  },
  {
    who: ['acting:representative'],
    resource: 'delegation',
    acts: ['list', 'read', 'grant', 'end'],
    scope: 'represented',
  },
  { who: ['officer'], resource: 'delegation', acts: ['confirm'], scope: 'at_work' },
  { who: ['officer', 'assistant'], resource: 'delegation', acts: ['ask'], scope: 'at_work' },

  { who: ['account'], resource: 'recovery', acts: ['list'], scope: 'subject' },
  { who: ['officer'], resource: 'recovery', acts: ['list', 'read', 'ask', 'confirm'], scope: 'workplace' },
  { who: ['auditor'], resource: 'recovery', acts: ['list', 'read'], scope: 'tree' },

  // What an administrator may give and take is weighed against what they hold: officials/role.ts.
  { who: ['administrator'], resource: 'official', acts: ['list', 'read'], scope: 'tree' },
  { who: ['administrator'], resource: 'client', acts: ['list', 'read', 'ask', 'end'], scope: 'tree' },
]

/** What an official may do by one role: `agencies` are those in its reach, `workplaces` those of posts among them. */
export type Office = {
  readonly role: Role
  readonly agencies: ReadonlySet<string> | 'all'
  readonly workplaces: ReadonlySet<string>
}

/** Somebody who asks for something, with all that the policy looks at. */
export type PolicyActor = {
  readonly accountId: string
  readonly acting?: { readonly kind: DelegationKind; readonly accountId: string } | undefined
  readonly offices: readonly Office[]
}

/** A record, as far as the policy looks at it. */
export type Resource = {
  readonly kind: ResourceKind
  readonly subject?: string | null
  readonly actor?: string | null
  readonly agency?: string | null
}

/** A rule that applies to somebody, with what its scope means for them. A record has to meet one of these. */
export type Reach =
  | { readonly by: 'subject' | 'actor'; readonly accountId: string }
  | { readonly by: 'agency'; readonly agencies: ReadonlySet<string> }
  | { readonly by: 'everything' }

/** Phân quyền truy cập: whether the policy lets somebody do this to that record. */
export function allows(actor: PolicyActor, act: PolicyAct, resource: Resource): boolean {
  return reachesOf(actor, act, resource.kind).some((reach) => meets(resource, reach))
}

/** Whether there may be any record at all that somebody could do this to: what a menu shows. */
export function mayEver(actor: PolicyActor, act: PolicyAct, kind: ResourceKind): boolean {
  return reachesOf(actor, act, kind).length > 0
}

/** Everything that the policy gives somebody for an act, for `allows` and for the condition of a query alike. */
export function reachesOf(actor: PolicyActor, act: PolicyAct, kind: ResourceKind): readonly Reach[] {
  return POLICY.filter(({ resource, acts }) => resource === kind && acts.includes(act)).flatMap((rule) =>
    rule.who.flatMap((who) => reachesAs(actor, who, rule.scope)),
  )
}

function reachesAs(actor: PolicyActor, who: Who, scope: Scope): readonly Reach[] {
  const { accountId, acting, offices } = actor
  // Whoever acts for another has put on that one's shoes, and taken off their own.
  if (acting) return who === `acting:${acting.kind}` ? inShoesOf(acting.accountId, scope) : []
  if (who === 'account') return inShoesOf(accountId, scope)
  return offices.filter(({ role }) => role === who).flatMap((office) => inOffice(office, scope))
}

function inShoesOf(accountId: string, scope: Scope): readonly Reach[] {
  switch (scope) {
    case 'subject':
    case 'represented':
      return [{ by: 'subject', accountId }]
    case 'actor':
      return [{ by: 'actor', accountId }]
    case 'party':
      return [
        { by: 'subject', accountId },
        { by: 'actor', accountId },
      ]
    default:
      return []
  }
}

function inOffice({ agencies, workplaces }: Office, scope: Scope): readonly Reach[] {
  switch (scope) {
    case 'workplace':
      return workplaces.size > 0 ? [{ by: 'agency', agencies: workplaces }] : []
    case 'tree':
      return agencies === 'all' ? [{ by: 'everything' }] : [{ by: 'agency', agencies }]
    case 'at_work':
      return workplaces.size > 0 ? [{ by: 'everything' }] : []
    default:
      return []
  }
}

function meets({ subject, actor, agency }: Resource, reach: Reach): boolean {
  switch (reach.by) {
    case 'subject':
      return subject === reach.accountId
    case 'actor':
      return actor === reach.accountId
    case 'agency':
      return agency != null && reach.agencies.has(agency)
    case 'everything':
      return true
  }
}
