import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import Value from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { asCivilDate } from '#kernel/civil-date'
import type { FindPlace } from './address.ts'
import { answerSchema } from './answer-schema.ts'
import { checkAnswers, checkOnePage } from './check.ts'
import { mistakesOf } from './check-definition.ts'
import { evaluate, holds } from './condition.ts'
import {
  type Answer,
  type Answers,
  type Field,
  type FormDefinition,
  type Page,
  textOf,
} from './definition.ts'
import { genericForm } from './generic.ts'
import { answerLines } from './lines.ts'
import { prefill } from './prefill.ts'
import { changeGroup, groupChange, type Posted, readPage } from './typed.ts'
import { readValue } from './value.ts'

const TODAY = asCivilDate('2026-11-26')
const CAU_GIAY = 'Phường Cầu Giấy, Thành phố Hà Nội'
const findPlace: FindPlace = async (typed) => {
  if (typed.includes('Cầu Giấy')) return { kind: 'found', unit: CAU_GIAY, code: '00166' }
  if (typed === 'Hà Nội') return { kind: 'province_only' }
  if (typed === 'Tân Phú') return { kind: 'several', units: ['Xã Tân Phú, Tỉnh A', 'Xã Tân Phú, Tỉnh B'] }
  return { kind: 'unknown', units: [] }
}
const CONTEXT = { today: TODAY, findPlace }

const FOLDER = new URL('../../db/seed/forms/', import.meta.url)
const SEEDED = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as FormDefinition,
)
const BIRTH = SEEDED.find(({ id }) => id === 'birth-registration') as FormDefinition

/** Answers that somebody could truly give, for any question. */
function sample(field: Field): Answer | undefined {
  switch (field.type) {
    case 'name':
      return 'Nguyễn Thị Ánh Nguyệt'
    case 'personal_id':
      return field.id === 'personalId' ? '001185012345' : '001085012346'
    case 'tax_code':
      return '0101234567'
    case 'date':
      return field.period === 'future' ? '2027-03-01' : '1985-03-12'
    case 'partial_date':
      return '1985-03'
    case 'address':
      return { unit: CAU_GIAY, code: '00166', street: 'Số 12 ngõ 34' }
    case 'phone':
      return '0912345678'
    case 'email':
      return 'hoa@example.vn'
    case 'money':
      return 50_000_000
    case 'number':
      return Math.max(field.min ?? 1, 1)
    case 'choice':
      return field.options?.[0]?.value
    case 'choices':
      return [field.options?.[0]?.value ?? '']
    case 'yes_no':
      return true
    case 'files':
      return ['0190a1b2-0000-7000-8000-000000000001']
    case 'declaration':
      return true
    case 'block':
      return samples(field.fields ?? [])
    case 'group':
      return [samples(field.fields ?? [])]
    case 'computed':
      return undefined
    default:
      return 'Nội dung'.slice(0, field.maxLength ?? 8)
  }
}

function samples(fields: readonly Field[]): Answers {
  return Object.fromEntries(
    fields.map((field) => [field.id, sample(field)]).filter(([, value]) => value !== undefined),
  )
}

function allAnswers(form: FormDefinition): Answers {
  const answers = samples(form.pages.flatMap(({ fields }) => fields))
  const man = answers['man'] as Answers | undefined
  return { ...answers, ...(man && { man: { ...man, personalId: '001085999999' } }) }
}

describe.each(SEEDED.map((form) => [form.id, form] as const))('the form %s', (_id, form) => {
  test('has no mistake, and every question has words in both languages', () => {
    expect(mistakesOf(form)).toEqual([])
  })

  test('takes true answers, keeps them when they are checked again, and its schema takes what the check keeps', async () => {
    const { answers, problems } = await checkAnswers(form, allAnswers(form), CONTEXT)

    expect(problems).toEqual([])
    expect(await checkAnswers(form, answers, CONTEXT)).toEqual({ answers, problems: [] })
    const wrong = [...Value.Errors(answerSchema(form), answers)]
    expect(wrong).toEqual([])
  })

  test('reads the same answers from its pages as from a program', async () => {
    const { answers } = await checkAnswers(form, allAnswers(form), CONTEXT)

    for (const page of form.pages) {
      const read = readPage(page, posted(page, answers))
      const { problems, answers: checked } = await checkOnePage(
        page,
        { before: answers, given: read },
        CONTEXT,
      )
      expect(problems).toEqual([])
      expect(checked).toEqual(answers)
    }
  })

  test('tells whoever sends nothing what is missing, and never throws', async () => {
    const { problems } = await checkAnswers(form, {}, CONTEXT)

    expect(problems.length).toBeGreaterThan(3)
    expect(problems.every(({ text }) => text.vi.length > 5 && text.en.length > 5)).toBe(true)
  })
})

/** What a browser would post for these answers. */
function posted(page: Page, answers: Answers): Posted {
  const body: Record<string, string | string[]> = {}
  const write = (field: Field, value: Answer | undefined, name: string): void => {
    if (value === undefined) return
    if (field.type === 'block') {
      for (const inner of field.fields ?? [])
        write(inner, (value as Answers)[inner.id], `${name}.${inner.id}`)
    } else if (field.type === 'group') {
      const items = value as readonly Answers[]
      body[`${name}-count`] = String(items.length)
      items.forEach((item, at) => {
        for (const inner of field.fields ?? []) write(inner, item[inner.id], `${name}[${at}].${inner.id}`)
      })
    } else if (field.type === 'address') {
      body[`${name}.unit`] = textOf((value as Answers)['unit'])
      body[`${name}.street`] = textOf((value as Answers)['street'])
    } else if (field.type === 'date' || field.type === 'partial_date') {
      const [year = '', month = '', day = ''] = textOf(value).split('-')
      Object.assign(body, { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year })
    } else if (field.type === 'yes_no') body[name] = value === true ? 'yes' : 'no'
    else if (field.type === 'declaration') body[name] = 'yes'
    else if (Array.isArray(value)) body[name] = value as string[]
    else body[name] = textOf(value)
  }
  for (const field of page.fields) write(field, answers[field.id], field.id)
  return body
}

test('whatever is sent, the check answers and its answers are accepted again', async () => {
  const form = BIRTH
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom(...form.pages.flatMap((p) => p.fields.map((f) => f.id)), 'x'),
        fc.anything(),
      ),
      async (given) => {
        const { answers, problems } = await checkAnswers(form, given, CONTEXT)

        const again = await checkAnswers(form, answers, CONTEXT)
        expect(again.answers).toEqual(answers)
        expect(again.problems.length).toBeLessThanOrEqual(problems.length)
      },
    ),
    { numRuns: 500 },
  )
})

test('whatever a browser posts, a page reads it without harm', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SEEDED.flatMap(({ pages }) => pages)),
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }))),
      (page, body) => {
        const read = readPage(page, body)
        const change = groupChange(body)

        expect(Object.keys(read).every((id) => page.fields.some((field) => field.id === id))).toBe(true)
        if (change) changeGroup(page, read, change)
      },
    ),
    { numRuns: 1_000 },
  )
})

test.each<[string, Partial<Field> & Pick<Field, 'type'>, unknown, Answer]>([
  ['a name of 300 letters', { type: 'name' }, 'Nguyễn '.repeat(42).trim(), 'Nguyễn '.repeat(42).trim()],
  ['a decomposed name becomes composed', { type: 'name' }, 'Nguye\u0302\u0303n', 'Nguyễn'],
  ['a number with spaces', { type: 'personal_id' }, '001 185 012 345', '001185012345'],
  ['a phone with +84', { type: 'phone' }, '+84 912-345-678', '0912345678'],
  ['a date with dots', { type: 'date' }, '5.3.2024', '2024-03-05'],
  ['a year alone', { type: 'partial_date' }, '1954', '1954'],
  ['money with dots and a sign', { type: 'money' }, '1.250.000 ₫', 1_250_000],
  ['a tax code of a branch', { type: 'tax_code' }, '0101234567001', '0101234567-001'],
])('%s is understood', (_case, field, given, answer) => {
  expect(readValue({ id: 'x', label: { vi: 'X', en: 'X' }, ...field }, given, TODAY)).toEqual({ answer })
})

test.each<[string, Partial<Field> & Pick<Field, 'type'>, unknown, string]>([
  ['a name of 301 letters', { type: 'name' }, 'a'.repeat(301), 'too_long'],
  ['a name with digits', { type: 'name' }, 'Nguyễn 2', 'not_a_name'],
  ['an unknown person’s number', { type: 'personal_id' }, '000000000000', 'not_a_personal_id'],
  ['a number of nine digits', { type: 'personal_id' }, '123456789', 'not_a_personal_id'],
  ['30 February', { type: 'date' }, '30/2/2024', 'not_a_date'],
  ['a birth tomorrow', { type: 'date', period: 'past' }, '2026-11-27', 'in_the_future'],
  ['a partial birth tomorrow', { type: 'partial_date', period: 'past' }, '2027', 'in_the_future'],
  ['an option that is none', { type: 'choice', options: [] }, 'x', 'not_an_option'],
  ['half a đồng', { type: 'money' }, 10.5, 'not_a_number'],
  ['text broken in the middle of a sign', { type: 'text' }, '\ud800', 'not_text'],
  ['an id that is no file', { type: 'files' }, ['../../etc/passwd'], 'not_an_option'],
])('%s is refused', (_case, field, given, code) => {
  expect(readValue({ id: 'x', label: { vi: 'X', en: 'X' }, ...field }, given, TODAY)).toEqual({
    problem: code,
  })
})

test('a question that is not asked is not answered, and an answer the form does not know is pointed out', async () => {
  const given = { ...allAnswers(BIRTH), parentsKnown: 'mother', constructor: 'x' }

  const { answers, problems } = await checkAnswers(BIRTH, given, CONTEXT)

  expect(answers['father']).toBeUndefined()
  expect(problems).toMatchObject([{ path: 'constructor', code: 'unknown_field' }])
})

test('the law between answers: a mother is older than her child, a bridegroom is twenty', async () => {
  const child = { ...(allAnswers(BIRTH)['child'] as Answers), bornOn: '1970-01-01' }
  const mother = { ...(allAnswers(BIRTH)['mother'] as Answers), bornOn: '1985-03-12' }
  const marriage = SEEDED.find(({ id }) => id === 'marriage-registration') as FormDefinition
  const young = { ...(allAnswers(marriage)['man'] as Answers), bornOn: '2006-11-27' }

  const birth = await checkAnswers(BIRTH, { ...allAnswers(BIRTH), child, mother }, CONTEXT)
  const wedding = await checkAnswers(marriage, { ...allAnswers(marriage), man: young }, CONTEXT)

  expect(birth.problems).toMatchObject([{ path: 'mother.bornOn', code: 'rule' }])
  expect(wedding.problems).toMatchObject([{ path: 'man.bornOn', text: { vi: 'Nam phải từ đủ 20 tuổi.' } }])
})

test.each([
  ['Hà Nội', 'unit_not_commune', undefined],
  ['Tân Phú', 'unit_several', ['Xã Tân Phú, Tỉnh A', 'Xã Tân Phú, Tỉnh B']],
  ['Chỗ nào đó', 'unit_unknown', []],
])('the place %s is asked about again (%s)', async (unit, code, offers) => {
  const form = {
    pages: [
      {
        id: 'p',
        title: { vi: 'P', en: 'P' },
        fields: [{ id: 'at', type: 'address', label: { vi: 'A', en: 'A' } }],
      },
    ],
  } as const

  const { problems } = await checkAnswers(form, { at: { unit } }, CONTEXT)

  expect(problems).toMatchObject([{ path: 'at.unit', code, ...(offers && { offers }) }])
})

test('conditions and computed answers never look at what every object has', () => {
  const scope = { root: { a: 2, b: 3, list: [{}, {}], born: '2000-11-27' }, beside: {}, today: TODAY }

  expect(holds({ field: 'constructor', isAnswered: true }, scope)).toBe(false)
  expect(holds({ field: 'a.__proto__.x', isAnswered: true }, scope)).toBe(false)
  expect(evaluate({ sum: [{ field: 'a' }, { product: [{ field: 'b' }, { value: 4 }] }] }, scope)).toBe(14)
  expect(evaluate({ sum: [{ field: 'a' }, { field: 'missing' }] }, scope)).toBeUndefined()
  expect(evaluate({ count: 'list' }, scope)).toBe(2)
  expect(evaluate({ ageOf: 'born' }, scope)).toBe(25)
})

test('what is known is filled in, and says so', () => {
  const { answers, paths } = prefill(BIRTH, {
    'account.name': 'Nguyễn Thị Hoa',
    'account.phone': '0912345678',
  })

  expect(answers).toEqual({ applicant: { name: 'Nguyễn Thị Hoa', phone: '0912345678' } })
  expect(paths).toEqual(['applicant.name', 'applicant.phone'])
})

test('a form built from a procedure asks for its papers by case, and is sound', async () => {
  const form = genericForm({
    procedureCode: '1.000001',
    revisionNumber: 3,
    name: 'Cấp giấy phép',
    isForOrganizations: true,
    cases: [
      { name: 'Cấp mới', components: [{ name: 'Đơn đề nghị', originals: 1, copies: 0, hasForm: true }] },
      {
        name: 'Cấp lại',
        components: [{ code: 'KQ1', name: 'Giấy phép cũ', originals: 1, copies: 0, hasForm: false }],
      },
    ],
  })

  expect(mistakesOf(form)).toEqual([])
  const { problems } = await checkAnswers(form, { ...allAnswers(form), case: 'case2', paper2n1: [] }, CONTEXT)
  expect(problems).toMatchObject([{ path: 'paper2n1', code: 'missing' }])
})

test('every mistake of a form is told with its place', () => {
  const text = { vi: 'X', en: 'X' }
  const broken = {
    ...BIRTH,
    pages: [
      {
        id: 'one',
        title: text,
        fields: [
          { id: 'A', type: 'text', label: text },
          { id: 'b', type: 'choice', label: text, options: [] },
          { id: 'c', type: 'computed', label: text },
          { id: 'd', type: 'text', label: { vi: 'D', en: '' }, when: { field: 'nowhere', is: 1 } },
        ],
      },
    ],
  } as unknown as FormDefinition

  expect(mistakesOf(broken).map(({ at }) => at)).toEqual([
    'pages.one.A',
    'pages.one.b',
    'pages.one.c',
    'pages.one.d',
    'pages.one.d',
  ])
})

test('answers are told in words, line by line', async () => {
  const { answers } = await checkAnswers(BIRTH, allAnswers(BIRTH), CONTEXT)
  const page = BIRTH.pages.find(({ id }) => id === 'child') as Page

  const lines = answerLines(page.fields, answers, { lang: 'vi', today: TODAY, root: answers })

  expect(lines).toContainEqual({
    path: 'child.bornOn',
    label: 'Trẻ được khai sinh: Ngày sinh',
    value: '12/03/1985',
  })
  expect(lines.find(({ path }) => path === 'child.homeland')?.value).toBe(`Số 12 ngõ 34, ${CAU_GIAY}`)
})
