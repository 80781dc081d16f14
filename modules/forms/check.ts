import type { CivilDate } from '#kernel/civil-date'
import { tidy } from '#kernel/vietnamese'
import type { FindPlace } from './address.ts'
import { evaluate, holds, isAnswered, type Scope } from './condition.ts'
import {
  type Answer,
  type Answers,
  type Field,
  type FormDefinition,
  isAnswers,
  type Page,
} from './definition.ts'
import { type Problem, problem } from './problem.ts'
import { readValue } from './value.ts'

export type Checked = {
  /** In their one spelling; what was not asked is left out, what is computed is put in. */
  readonly answers: Answers
  readonly problems: readonly Problem[]
}

export type CheckContext = { readonly today: CivilDate; readonly findPlace: FindPlace }

type Here = CheckContext & {
  readonly root: Record<string, Answer | undefined>
  readonly problems: Problem[]
}

/**
 * Kiểm tra biểu mẫu: every answer of a form against its definition, in the order of the pages. The same check for pages, for
 * the API and for whoever files for somebody at a desk. Answers of questions that are not asked are dropped; answers that the
 * form does not know are pointed out.
 */
export async function checkAnswers(
  definition: Pick<FormDefinition, 'pages'>,
  given: unknown,
  context: CheckContext,
): Promise<Checked> {
  const source = isAnswers(given) ? given : {}
  const here: Here = { ...context, root: {}, problems: [] }
  for (const page of definition.pages) await checkPage(page, source, here)
  const known = new Set(definition.pages.flatMap(({ fields }) => fields.map(({ id }) => id)))
  for (const id of Object.keys(source)) {
    if (!known.has(id)) here.problems.push(problem('unknown_field', id, { vi: id, en: id }))
  }
  return { answers: here.root, problems: here.problems }
}

/** The answers of one page, among those that were given before; problems of this page alone. */
export async function checkOnePage(
  page: Page,
  { before, given }: { before: Answers; given: Answers },
  context: CheckContext,
): Promise<Checked> {
  const here: Here = { ...context, root: { ...before }, problems: [] }
  for (const { id } of page.fields) delete here.root[id]
  await checkPage(page, given, here)
  return { answers: here.root, problems: here.problems }
}

/** Whether a page is asked, given what was answered. */
export function isAsked(page: Page, answers: Answers, today: CivilDate): boolean {
  return page.when === undefined || holds(page.when, { root: answers, beside: answers, today })
}

async function checkPage(page: Page, source: Answers, here: Here): Promise<void> {
  if (!isAsked(page, here.root, here.today)) return
  await checkFields(page.fields, source, { ...here, target: here.root, above: '' })
  const scope = { root: here.root, beside: here.root, today: here.today }
  for (const rule of page.rules ?? []) {
    const isWrongAlready = here.problems.some(
      ({ path }) => path === rule.field || path.startsWith(`${rule.field}.`),
    )
    if (isWrongAlready || (rule.when && !holds(rule.when, scope)) || holds(rule.holds, scope)) continue
    here.problems.push({ path: rule.field, code: 'rule', text: rule.text })
  }
}

type Inside = Here & { readonly target: Record<string, Answer | undefined>; readonly above: string }

async function checkFields(fields: readonly Field[], source: Answers, inside: Inside): Promise<void> {
  for (const field of fields) {
    const scope: Scope = { root: inside.root, beside: inside.target, today: inside.today }
    if (field.when && !holds(field.when, scope)) continue
    const path = inside.above === '' ? field.id : `${inside.above}.${field.id}`
    const answer = await answerOf(field, Object.hasOwn(source, field.id) ? source[field.id] : undefined, {
      ...inside,
      above: path,
      scope,
    })
    if (answer !== undefined) inside.target[field.id] = answer
  }
}

type At = Inside & { readonly scope: Scope }

async function answerOf(field: Field, given: unknown, at: At): Promise<Answer | undefined> {
  const { above: path, problems } = at
  if (field.type === 'computed') return field.compute && evaluate(field.compute, at.scope)
  if (field.type === 'block') return block(field, given, at)
  if (field.type === 'group') return group(field, given, at)
  if (isNothing(given)) {
    if (!field.isOptional)
      problems.push(problem(field.type === 'declaration' ? 'not_declared' : 'missing', path, field.label))
    return undefined
  }
  if (field.type === 'address') return address(field, given, at)
  const reading = readValue(field, given, at.today)
  if ('problem' in reading) {
    problems.push(problem(reading.problem, path, field.label))
    return undefined
  }
  if (!isAnswered(reading.answer)) {
    if (!field.isOptional) problems.push(problem('missing', path, field.label))
    return undefined
  }
  return reading.answer
}

/** A block that may be left out is left out whole; once it has been begun, all of it counts. */
async function block(field: Field, given: unknown, at: At): Promise<Answer | undefined> {
  const source = isAnswers(given) ? given : {}
  if (field.isOptional && Object.values(source).every(isNothing)) return undefined
  const target: Record<string, Answer | undefined> = {}
  await checkFields(field.fields ?? [], source, { ...at, target })
  return target
}

const MOST_ITEMS = 50

async function group(field: Field, given: unknown, at: At): Promise<Answer | undefined> {
  const { min = field.isOptional ? 0 : 1, max = MOST_ITEMS, fields = [] } = field
  const items = (Array.isArray(given) ? given : []).slice(0, max + 1)
  if (items.length < min) at.problems.push(problem('too_few', at.above, field.label))
  if (items.length > max) at.problems.push(problem('too_many', at.above, field.label))
  const checked: Answers[] = []
  for (const [index, item] of items.slice(0, max).entries()) {
    const target: Record<string, Answer | undefined> = {}
    await checkFields(fields, isAnswers(item) ? item : {}, { ...at, target, above: `${at.above}[${index}]` })
    checked.push(target)
  }
  return checked.length > 0 ? checked : undefined
}

async function address(field: Field, given: unknown, at: At): Promise<Answer | undefined> {
  const source = isAnswers(given) ? given : {}
  const { unit: typed, street } = source
  const path = `${at.above}.unit`
  if (typeof typed !== 'string' || tidy(typed) === '') {
    if (!field.isOptional || !isNothing(street)) at.problems.push(problem('missing', path, field.label))
    return undefined
  }
  const road = isNothing(street) ? { answer: '' } : readValue({ ...field, type: 'text' }, street, at.today)
  if ('problem' in road) at.problems.push(problem(road.problem, `${at.above}.street`, field.label))
  const place = await at.findPlace(tidy(typed))
  if (place.kind === 'found') {
    const { unit, code } = place
    return { unit, code, ...('answer' in road && road.answer !== '' && { street: road.answer }) }
  }
  const offers = 'units' in place ? place.units : undefined
  const code = {
    several: 'unit_several',
    province_only: 'unit_not_commune',
    unknown: 'unit_unknown',
  } as const
  at.problems.push(problem(code[place.kind], path, field.label, offers))
  return undefined
}

function isNothing(given: unknown): boolean {
  if (given === undefined || given === null) return true
  if (typeof given === 'string') return tidy(given) === ''
  return Array.isArray(given) && given.length === 0
}
