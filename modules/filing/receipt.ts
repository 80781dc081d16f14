import { createHash } from 'node:crypto'
import type { Answers } from '#forms'
import { canonicalJson } from '#kernel/canonical-json'
import { isoMoment } from '#kernel/civil-date-text'
import { tidy } from '#kernel/vietnamese'
import type { Vault } from '#platform/secret'

/** A file as a dossier holds it: which question it answers, and what it was when it was filed. */
export type FiledFile = {
  readonly field: string
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** What a receipt proves. */
export type ReceiptContent = {
  readonly code: string
  readonly number: number
  readonly agency: string
  readonly procedure: string
  readonly owner: string
  readonly at: Date
  readonly answers: Answers
  readonly files: readonly FiledFile[]
}

/**
 * Mã kiểm tra biên nhận: SHA-256 over everything that was filed, in one order. Who changes a letter or a byte of a file afterwards
 * gets another one.
 */
export function receiptDigest({
  code,
  number,
  agency,
  procedure,
  owner,
  at,
  answers,
  files,
}: ReceiptContent): string {
  const parts = [
    'motcua receipt 1',
    code,
    String(number),
    agency,
    procedure,
    owner,
    isoMoment(at),
    canonicalJson(answers),
    ...files.map(({ field, name, sha256, sizeBytes }) => canonicalJson([field, name, sha256, sizeBytes])),
  ]
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** The digest as people read and type it: its first 20 signs in groups of four. */
export function shortDigest(digest: string): string {
  return (digest.slice(0, 20).match(/.{4}/g) ?? []).join('-').toUpperCase()
}

/** Whether somebody typed the check code of a digest, spaces and dashes as they like. */
export function isShortDigest(typed: string, digest: string): boolean {
  return (
    tidy(typed)
      .toLowerCase()
      .replace(/[^0-9a-f]/g, '') === digest.slice(0, 20)
  )
}

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12

/** The secret on the receipt of a dossier: made from the code by a key of this installation, so that it is stored nowhere. */
export function receiptSecret(receipts: Vault, code: string): string {
  const bytes = receipts.digest(`secret ${code}`)
  const signs = Array.from({ length: LENGTH }, (_, at) =>
    SIGNS.charAt(bytes.readUInt16BE(at * 2) % SIGNS.length),
  )
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join('')).join('-')
}
