import { addMonths, asCivilDate, type CivilDate } from '#kernel/civil-date'
import type { Answer, Answers } from './definition.ts'

/**
 * When something is asked, or has to hold: data, never code. `field` is the path of an answer from the top of the form, or
 * `./id` beside the field itself (within a block or an item of a group).
 */
export type Condition =
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly isAnswered: boolean }
  | { readonly field: string; readonly atLeast: number }
  | { readonly field: string; readonly atMost: number }
  | { readonly field: string; readonly notBefore: string }
  | { readonly field: string; readonly ageAtLeast: number; readonly on?: string }
  | { readonly field: string; readonly ageBelow: number; readonly on?: string }
  | { readonly field: string; readonly differsFrom: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** Trường tự tính: a small closed language. What cannot be worked out is no answer. */
export type Expression =
  | { readonly value: string | number }
  | { readonly field: string }
  | { readonly sum: readonly Expression[] }
  | { readonly product: readonly Expression[] }
  | { readonly join: readonly Expression[]; readonly by: string }
  | { readonly ageOf: string }
  | { readonly count: string }
  | { readonly if: Condition; readonly then: Expression; readonly else: Expression }

/** Where conditions look: all answers, those beside the field, and the day. */
export type Scope = { readonly root: Answers; readonly beside: Answers; readonly today: CivilDate }

/** Whether a condition holds. What is not answered fulfils nothing but `isAnswered: false` and `not`. */
export function holds(condition: Condition, scope: Scope): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, scope))
  if ('any' in condition) return condition.any.some((one) => holds(one, scope))
  if ('not' in condition) return !holds(condition.not, scope)

  const answer = answerAt(condition.field, scope)
  if ('isAnswered' in condition) return isAnswered(answer) === condition.isAnswered
  if (!isAnswered(answer)) return false
  if ('is' in condition) return answer === condition.is
  if ('in' in condition) return hasOneOf(answer, condition.in)
  if ('atLeast' in condition) return typeof answer === 'number' && answer >= condition.atLeast
  if ('atMost' in condition) return typeof answer === 'number' && answer <= condition.atMost
  if ('differsFrom' in condition) return answer !== answerAt(condition.differsFrom, scope)
  if ('notBefore' in condition) return isNotBefore(answer, dayAt(condition.notBefore, scope))
  return ageHolds(answer, condition, scope)
}

function hasOneOf(answer: Answer | undefined, values: readonly string[]): boolean {
  if (typeof answer === 'string') return values.includes(answer)
  return Array.isArray(answer) && answer.some((one) => typeof one === 'string' && values.includes(one))
}

function isNotBefore(answer: Answer | undefined, day: CivilDate | undefined): boolean {
  // A comparison with what is not known yet is not wrong.
  return day === undefined || (typeof answer === 'string' && answer >= day)
}

function ageHolds(
  answer: Answer | undefined,
  condition: { readonly on?: string } & ({ readonly ageAtLeast: number } | { readonly ageBelow: number }),
  scope: Scope,
): boolean {
  const on = condition.on === undefined ? scope.today : dayAt(condition.on, scope)
  if (typeof answer !== 'string' || on === undefined || !isDay(answer)) return true
  const age = ageOn(asCivilDate(answer), on)
  return 'ageAtLeast' in condition ? age >= condition.ageAtLeast : age < condition.ageBelow
}

/** Tuổi tròn: whole years between two days. */
export function ageOn(bornOn: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return years > 0 && addMonths(bornOn, years * 12) > on ? years - 1 : years
}

/** The answer of an expression; `undefined` where something that it needs is missing. */
export function evaluate(expression: Expression, scope: Scope): string | number | undefined {
  if ('value' in expression) return expression.value
  if ('if' in expression)
    return evaluate(holds(expression.if, scope) ? expression.then : expression.else, scope)
  if ('field' in expression) return plain(answerAt(expression.field, scope))
  if ('count' in expression) {
    const list = answerAt(expression.count, scope)
    return Array.isArray(list) ? list.length : 0
  }
  if ('ageOf' in expression) {
    const born = answerAt(expression.ageOf, scope)
    return typeof born === 'string' && isDay(born) ? ageOn(asCivilDate(born), scope.today) : undefined
  }
  if ('join' in expression) {
    const parts = expression.join
      .map((one) => evaluate(one, scope))
      .filter((part) => part !== undefined && part !== '')
    return parts.length > 0 ? parts.map(String).join(expression.by) : undefined
  }
  const isSum = 'sum' in expression
  const numbers = (isSum ? expression.sum : expression.product).map((one) => evaluate(one, scope))
  const known = numbers.filter((number): number is number => typeof number === 'number')
  if (known.length < numbers.length) return undefined
  const total = known.reduce((sofar, number) => (isSum ? sofar + number : sofar * number), isSum ? 0 : 1)
  return Number.isSafeInteger(Math.round(total)) ? Math.round(total) : undefined
}

function answerAt(path: string, { root, beside }: Scope): Answer | undefined {
  const isBeside = path.startsWith('./')
  let at: Answer | undefined = isBeside ? beside : root
  for (const step of (isBeside ? path.slice(2) : path).split('.')) {
    if (at === undefined || typeof at !== 'object' || Array.isArray(at)) return undefined
    // Only what was answered, never what every object has.
    at = Object.hasOwn(at, step) ? (at as Answers)[step] : undefined
  }
  return at
}

export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === '') return false
  return !Array.isArray(answer) || answer.length > 0
}

function dayAt(path: string, scope: Scope): CivilDate | undefined {
  if (path === 'today') return scope.today
  const day = answerAt(path, scope)
  return typeof day === 'string' && isDay(day) ? asCivilDate(day) : undefined
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

function plain(answer: Answer | undefined): string | number | undefined {
  return typeof answer === 'string' || typeof answer === 'number' ? answer : undefined
}
