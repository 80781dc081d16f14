import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import { lockOfficial, markEnrolled } from '../queries/officials.ts'
import { acceptInvitation } from '../queries/officials-invitations.ts'
import type { IdentityServices } from '../services.ts'
import { addPasskey, renewRecoveryCodes, setTotp } from './factors.ts'
import { type Official, thingOf } from './official.ts'
import { enter, type Means } from './sign-in.ts'
import { closeStep, type Step } from './step.ts'

/** The second factor that an official sets up first. */
export type FirstFactor =
  | { readonly kind: 'totp'; readonly sealed: string; readonly code: string }
  | { readonly kind: 'passkey'; readonly answer: string; readonly name: string }

export type Enrolled = {
  readonly token: string
  readonly official: Official
  /** Shown on this one page and never again. */
  readonly codes: readonly string[]
}

type Enrolling = {
  readonly step: Step
  readonly factor: FirstFactor
  readonly device: string
  readonly endsSession?: Buffer | undefined
}

const MEANS: Readonly<Record<FirstFactor['kind'], Means>> = {
  totp: 'password+totp',
  passkey: 'password+passkey',
}

/**
 * Hoàn tất lần đầu: the second factor is set up, the invitation is used, recovery codes are made and the official is in, all
 * or nothing. Undefined when the factor is not right.
 * @throws Refusal `identity.step_over` when the step, the invitation or the official is no longer there
 */
export async function enrol(
  services: IdentityServices,
  { step, factor, device, endsSession }: Enrolling,
): Promise<Enrolled | undefined> {
  const now = services.clock()
  return services.db.transaction(async (tx) => {
    const official = await lockOfficial(tx, step.accountId)
    if (!official || official.leftAt) throw new Refusal('identity.step_over')
    const isSet =
      factor.kind === 'totp'
        ? await setTotp(services, tx, official, factor)
        : await addPasskey(services, tx, official, factor)
    if (!isSet) return undefined

    const isFirst = (await closeStep(tx, step)) && step.invitationKey !== null
    if (!isFirst || !(await acceptInvitation(tx, step.invitationKey, now)))
      throw new Refusal('identity.step_over')
    const { accountId } = official
    await markEnrolled(tx, accountId, now)
    await recordAct(tx, {
      actor: accountId,
      verb: 'identity.invitation_accepted',
      thing: thingOf(accountId),
      now,
    })
    const codes = await renewRecoveryCodes(tx, official, now)
    return {
      codes,
      official,
      token: await enter(tx, { official, means: MEANS[factor.kind], device, now, endsSession }),
    }
  })
}
