/** Quản trị, cán bộ một cửa, người hỗ trợ tại quầy, kiểm tra giám sát. */
export const ROLES = ['administrator', 'officer', 'assistant', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** Văn phòng Chính phủ, which runs the portal. In the directory no agency stands above ministries and provinces. */
export const CENTRE = 'G22'

/** Roles that reach the whole country when they are held at the centre. For the others the centre is an agency as any. */
const NATIONWIDE: readonly Role[] = ['administrator', 'auditor']

/** What a grant allows, wherever it came from. */
export type Power = {
  readonly role: Role
  /** Handle of the agency at the top of the tree that it is for. */
  readonly agency: string
  /** Of an administrator: the roles that may be given on. */
  readonly mayGive: readonly Role[]
  readonly untilAt: Date
}

/** The power that somebody is to get, with the line of its agency: itself first, then the agencies above. */
export type WantedPower = Power & { readonly line: readonly string[] }

/** Whether a power reaches an agency, given the agency's line. */
export function reaches({ role, agency }: Pick<Power, 'role' | 'agency'>, line: readonly string[]): boolean {
  if (line.length === 0) return false
  return line.includes(agency) || (agency === CENTRE && NATIONWIDE.includes(role))
}

export type GrantFault = 'outside_tree' | 'not_held' | 'too_late'

/**
 * Phân quyền: nobody gives what they do not hold. One single power of the giver has to hold all of it: the agency in its
 * tree, the role and everything that the role may give on, and the end. `undefined` means that it may be given.
 */
export function grantFault(held: readonly Power[], wanted: WantedPower): GrantFault | undefined {
  const near = held.filter((power) => power.role === 'administrator' && reaches(power, wanted.line))
  if (near.length === 0) return 'outside_tree'
  const able = near.filter((power) => holdsOver(power, wanted))
  if (able.length === 0) return 'not_held'
  return able.some(({ untilAt }) => wanted.untilAt <= untilAt) ? undefined : 'too_late'
}

/** Whether an administrator could have given this power, its end apart: then they may end it, too. */
export function mayEnd(held: readonly Power[], given: WantedPower): boolean {
  return held.some(
    (power) => power.role === 'administrator' && reaches(power, given.line) && holdsOver(power, given),
  )
}

/** Whether an administrator looks after posts and officials of an agency. */
export function looksAfter(held: readonly Power[], line: readonly string[]): boolean {
  return held.some((power) => power.role === 'administrator' && reaches(power, line))
}

function holdsOver(power: Power, { role, mayGive }: Pick<Power, 'role' | 'mayGive'>): boolean {
  return power.mayGive.includes(role) && mayGive.every((given) => power.mayGive.includes(given))
}
