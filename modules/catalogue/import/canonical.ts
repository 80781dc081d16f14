import { createHash } from 'node:crypto'
import type { ProcedureRecord } from '../revision.ts'

/** Two records with one digest say the same, whatever the order of their keys. */
export function digestOf({ kind, decision, content, replacedBy }: ProcedureRecord): string {
  return createHash('sha256').update(canonical({ kind, decision, content, replacedBy })).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
  return `{${entries.join(',')}}`
}
