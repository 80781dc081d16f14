import type { ProcedureContent } from '../procedure.ts'

/** What a digest stands for never changes, so it need not be fetched and read again. */
export type KeptContent = { readonly digest: string; readonly content: ProcedureContent }

/** About 30 kB each. */
const MOST_KEPT = 500

/** Contents by the code and number that they were asked for; those not asked for longest make room first. */
const KEPT = new Map<string, KeptContent>()

export function keptContent(asked: string): KeptContent | undefined {
  const kept = KEPT.get(asked)
  if (kept) {
    KEPT.delete(asked)
    KEPT.set(asked, kept)
  }
  return kept
}

export function keepContent(asked: string, kept: KeptContent): void {
  KEPT.set(asked, kept)
  for (const oldest of KEPT.keys()) {
    if (KEPT.size <= MOST_KEPT) return
    KEPT.delete(oldest)
  }
}
