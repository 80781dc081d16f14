import { Refusal } from '#kernel/refusal'
import type { Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { mistakesOfProcess, type Step } from './process.ts'
import { insertProcess } from './queries/process.ts'

type NewProcess = {
  /** Absent: of every procedure, at every agency. */
  readonly procedureCode?: string
  readonly agency?: string
  readonly steps: readonly Step[]
  readonly by: string
  readonly now: Date
}

/** Đặt quy trình nội bộ of a procedure, of an agency, or of a procedure at an agency. @throws Refusal `onestop.process_wrong` */
export async function storeProcess(
  tx: Tx,
  { procedureCode, agency, steps, by, now }: NewProcess,
): Promise<void> {
  const mistakes = mistakesOfProcess(steps)
  if (mistakes.length > 0) throw new Refusal('onestop.process_wrong', { mistakes })
  await insertProcess(tx, {
    id: timeOrderedId(now),
    procedureCode: procedureCode ?? null,
    agency: agency ?? null,
    steps,
    by,
    now,
  })
}
