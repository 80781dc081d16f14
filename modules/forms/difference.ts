import { canonicalJson } from '#kernel/canonical-json'
import { type Field, type FormDefinition, walkFields } from './definition.ts'

/** What another version says otherwise: a page or a question that came, went, or changed, by its place. */
export type Difference = { readonly at: string; readonly what: 'added' | 'removed' | 'changed' }

/** Khác nhau giữa hai phiên bản, in the order of the newer one; what went comes last. */
export function differences(
  before: FormDefinition | undefined,
  after: FormDefinition,
): readonly Difference[] {
  const [old, present] = [before ? partsOf(before) : new Map<string, string>(), partsOf(after)]
  const changed = [...present].flatMap(([at, said]): Difference[] => {
    const known = old.get(at)
    if (known === undefined) return [{ at, what: 'added' }]
    return known === said ? [] : [{ at, what: 'changed' }]
  })
  const gone = [...old.keys()]
    .filter((at) => !present.has(at))
    .map((at): Difference => ({ at, what: 'removed' }))
  return [...changed, ...gone]
}

/** Every part with what it says by itself: a page without its questions, a group without those inside. */
function partsOf({ pages, ...form }: FormDefinition): Map<string, string> {
  const parts = new Map<string, string>([['form', canonicalJson(form)]])
  for (const { fields, ...page } of pages) {
    parts.set(page.id, canonicalJson(page))
    walkFields(fields, (field, path) => parts.set(`${page.id}: ${path}`, canonicalJson(alone(field))))
  }
  return parts
}

function alone({ fields: _inside, ...field }: Field): object {
  return field
}
