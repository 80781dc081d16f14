import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '#platform/db'
import { insertStep, type StepRow, stepByKey, takeStep } from '../queries/officials-sign-in.ts'
import { keyOf } from '../session.ts'

/** An official between two steps of a sign-in. It opens nothing but the next step. */
export type Step = StepRow

/** The cookie that holds the opaque id of the step. */
export const STEP_COOKIE = 'buoc'

const STEP_MS = 15 * 60_000

type NewStep = Pick<Step, 'accountId' | 'stage' | 'back'> & {
  readonly invitationKey?: Buffer
  readonly now: Date
}

/** Answers the opaque id of the step, which is stored nowhere but in the browser. */
export async function openStep(db: Db, { invitationKey, now, ...step }: NewStep): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + STEP_MS)
  await insertStep(db, { ...step, key: keyOf(token), invitationKey: invitationKey ?? null, expiresAt, now })
  return token
}

export async function findStep(
  db: Db,
  token: string | undefined,
  stage: Step['stage'],
  now: Date,
): Promise<Step | undefined> {
  if (!token || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined
  const step = await stepByKey(db, keyOf(token))
  return step && step.stage === stage && step.expiresAt > now ? step : undefined
}

/** Takes the step, once. False when another request was faster. */
export async function closeStep(tx: Tx, step: Step): Promise<boolean> {
  return takeStep(tx, step.key)
}
