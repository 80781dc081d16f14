import { walkFields } from '#forms'
import type { Db } from '#platform/db'
import { type Dossier, listForOwner } from '#register'
import { contentOf } from './own-dossier.ts'

const MOST_LOOKED_AT = 20

/**
 * Giấy tờ đã có: the papers that the applicant filed in other dossiers, by the component that they answered, with the dossier. What is
 * there is not asked for again (Nghị định 45/2020/NĐ-CP; Nghị định 118/2025/NĐ-CP). The latest dossiers are looked at.
 */
export async function heldPapers(db: Db, dossier: Dossier): Promise<ReadonlyMap<string, string>> {
  const { owner } = dossier.applicant
  const held = new Map<string, string>()
  if (!owner) return held
  for (const other of await listForOwner(db, { owner, limit: MOST_LOOKED_AT })) {
    if (other.code === dossier.code) continue
    const content = await contentOf(db, other)
    const answered = new Set(content?.files.map(({ field }) => field))
    for (const page of content?.form.pages ?? []) {
      walkFields(page.fields, ({ component }, path) => {
        if (component && answered.has(path) && !held.has(component)) held.set(component, other.code)
      })
    }
  }
  return held
}
