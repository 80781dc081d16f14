import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json'
import type { ProcedureRecord } from '../revision.ts'

/** Two records with one digest say the same, whatever the order of their keys. */
export function digestOf({ kind, decision, content, replacedBy }: ProcedureRecord): string {
  return createHash('sha256').update(canonicalJson({ kind, decision, content, replacedBy })).digest('hex')
}
