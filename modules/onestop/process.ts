import type { Db } from '#platform/db'
import { bestProcess } from './queries/process.ts'

/** Một bước của quy trình nội bộ. */
export type Step = {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
  /** Its share of the time limit, as a part of 1: what of the dossier is late, and where. */
  readonly share: number
  /** Where it may go on from here; the first is the usual way. */
  readonly next: readonly string[]
  /** The result may be issued from here. */
  readonly mayFinish: boolean
}

/**
 * Quy trình mặc định: received, appraised, approved, issued. Approval may send back. An agency that handles things on the spot stores
 * a shorter one (Nghị định 118/2025/NĐ-CP: tiếp nhận, thẩm định, phê duyệt, trả kết quả tại chỗ).
 */
export const DEFAULT_PROCESS: readonly Step[] = [
  {
    id: 'reception',
    name: { vi: 'Tiếp nhận', en: 'Reception' },
    share: 0.1,
    next: ['appraisal'],
    mayFinish: false,
  },
  {
    id: 'appraisal',
    name: { vi: 'Thẩm định', en: 'Appraisal' },
    share: 0.6,
    next: ['approval'],
    mayFinish: false,
  },
  {
    id: 'approval',
    name: { vi: 'Phê duyệt', en: 'Approval' },
    share: 0.2,
    next: ['issue', 'appraisal'],
    mayFinish: false,
  },
  {
    id: 'issue',
    name: { vi: 'Phát hành kết quả', en: 'Issuing the result' },
    share: 0.1,
    next: ['approval'],
    mayFinish: true,
  },
]

/** The steps of a procedure at an agency: its own, those of the procedure everywhere, those of the agency, or the default. */
export async function processOf(
  db: Db,
  { procedureCode, agency }: { procedureCode: string; agency: string },
): Promise<readonly Step[]> {
  return (await bestProcess(db, { procedureCode, agency })) ?? DEFAULT_PROCESS
}

/** Every mistake of a process. Empty: it may be used. */
export function mistakesOfProcess(steps: readonly Step[]): readonly string[] {
  const ids = new Set(steps.map(({ id }) => id))
  const share = steps.reduce((sum, step) => sum + step.share, 0)
  return [
    ...(steps.length > 0 && ids.size === steps.length ? [] : ['steps have ids of their own']),
    ...(Math.abs(share - 1) < 1e-6 ? [] : ['the shares of all steps are 1 together']),
    ...(steps.some(({ mayFinish }) => mayFinish) ? [] : ['no step may finish']),
    ...steps.flatMap(({ id, next }) =>
      next.filter((to) => !ids.has(to)).map((to) => `${id} leads to ${to}, which is not there`),
    ),
  ]
}
