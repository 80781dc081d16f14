import { tidy } from './vietnamese.ts'

/** Số định danh cá nhân: 12 digits (Nghị định 137/2015/NĐ-CP). Never in an address of a page, never in a log. */
type PersonalId = string & { readonly __unit: 'personal-id' }

/**
 * `placeholder`: a number that systems send for "unknown"; a fault in the data, never a person, never a key.
 * `old_identity_card`: a 9-digit number of a chứng minh nhân dân, which says nothing about its holder.
 */
export type PersonalIdReading =
  | {
      readonly kind: 'personal_id'
      readonly id: PersonalId
      /**
       * Three digits of the place where the birth was registered: a province as it was then (`001` Hà Nội, `052` Bình
       * Định), or a foreign country. It is not brought up to date after a reform of provinces.
       */
      readonly birthPlaceCode: string
      readonly sex: 'male' | 'female'
      readonly birthYear: number
    }
  | { readonly kind: 'old_identity_card'; readonly number: string }
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'malformed'; readonly reason: 'empty' | 'not_digits' | 'wrong_length' }

const PLACEHOLDERS = ['000000000', '000000001', '000000000000', '000000000001']

/**
 * Checks the structure and reads what it holds: 3 digits of place, 1 of century and sex (0 and 1 the 1900s, 2 and 3 the
 * 2000s, and so on; even is male), 2 of the year of birth, 6 at random. Spaces, dots and dashes between digits are
 * forgiven. The structure has no check digit: a well-formed number may still belong to nobody.
 */
export function readPersonalId(text: string): PersonalIdReading {
  const digits = tidy(text).replace(/(?<=\d)[\s.\-\u2010-\u2015]+(?=\d)/g, '')
  if (digits === '') return { kind: 'malformed', reason: 'empty' }
  if (!/^\d+$/.test(digits)) return { kind: 'malformed', reason: 'not_digits' }
  if (PLACEHOLDERS.includes(digits)) return { kind: 'placeholder' }
  if (digits.length === 9) return { kind: 'old_identity_card', number: digits }
  if (digits.length !== 12) return { kind: 'malformed', reason: 'wrong_length' }

  const centuryAndSex = Number(digits.slice(3, 4))
  return {
    kind: 'personal_id',
    id: digits as PersonalId,
    birthPlaceCode: digits.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(digits.slice(4, 6)),
  }
}
