import { Compile } from 'typebox/compile'
import type { ProcedureContent } from '../procedure.ts'
import { ProcedureContentSchema } from '../procedure-schema.ts'
import type { ProcedureRecord } from '../revision.ts'
import { isRecord, type Raw } from './fields.ts'
import { fromLayThuTuc, isLayThuTuc } from './lay-thu-tuc.ts'
import { fromPublicRecord, isPublicRecord } from './public-record.ts'

const contentCheck = Compile(ProcedureContentSchema)
const CODE = /^\d\.\d{6}(\.[0-9A-Z.]{2,35})?$/

/** Why a line was not taken over, in words for the person who sent the file. */
export class RejectedLine extends Error {}

/**
 * Whatever one line of a file holds becomes records: our own shape, the public catalogue's, or an answer of the national
 * service `LayThuTuc` (a bare row, or a whole answer with `result`).
 * @throws RejectedLine with the reason
 */
export function recordsFrom(value: unknown): ProcedureRecord[] {
  if (Array.isArray(value)) return value.flatMap(recordsFrom)
  if (!isRecord(value)) throw new RejectedLine('not a JSON object')
  if (Array.isArray(value['result'])) return value['result'].flatMap(recordsFrom)
  return [checked(recordFrom(value))]
}

function recordFrom(raw: Raw): ProcedureRecord {
  if (isOwn(raw)) return raw as unknown as ProcedureRecord
  if (isPublicRecord(raw)) return fromPublicRecord(raw)
  if (isLayThuTuc(raw)) return fromLayThuTuc(raw)
  throw new RejectedLine(`no known shape: it has the keys ${Object.keys(raw).slice(0, 8).join(', ')}`)
}

function isOwn(raw: Raw): boolean {
  return typeof raw['code'] === 'string' && isRecord(raw['content']) && isRecord(raw['decision'])
}

function checked(record: ProcedureRecord): ProcedureRecord {
  if (!CODE.test(record.code)) throw new RejectedLine(`"${record.code.slice(0, 60)}" is not a procedure code`)
  const content: ProcedureContent = record.content
  if (contentCheck.Check(content)) return record
  const [first] = contentCheck.Errors(content)
  throw new RejectedLine(`${first?.instancePath || 'content'}: ${first?.message ?? 'not valid'}`)
}
