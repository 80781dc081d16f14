import type { Condition, Expression } from './condition.ts'
import {
  FIELD_TYPES,
  type Field,
  type FormDefinition,
  type Page,
  PREFILLS,
  type Text,
  walkFields,
} from './definition.ts'

/** A mistake in a form, with its place. */
export type DefinitionMistake = { readonly at: string; readonly what: Text }

const ID = /^[a-z][A-Za-z0-9]{0,59}$/
const PAGE_ID = /^[a-z][a-z0-9-]{0,59}$/
const MOST_FIELDS = 300

/** Every mistake of a form, so that none is met by somebody who fills it in. Empty: the form may be used. */
export function mistakesOf(definition: FormDefinition): readonly DefinitionMistake[] {
  const mistakes: DefinitionMistake[] = []
  const say = (at: string, what: Text) => mistakes.push({ at, what })
  if (!PAGE_ID.test(definition.id))
    say('id', { vi: 'chữ thường không dấu, chữ số và gạch nối', en: 'small letters, digits and dashes' })
  if (!/^\d\.\d{6}/.test(definition.procedure))
    say('procedure', { vi: 'không phải mã thủ tục', en: 'not the code of a procedure' })
  if (definition.pages.length === 0)
    say('pages', { vi: 'biểu mẫu có ít nhất một trang', en: 'a form has at least one page' })

  const paths = new Map<string, Field>()
  const pageIds = new Set<string>()
  for (const page of definition.pages) {
    const at = `pages.${page.id}`
    if (!PAGE_ID.test(page.id) || pageIds.has(page.id))
      say(at, {
        vi: 'id của trang không trùng trang khác, viết chữ thường không dấu và gạch nối',
        en: 'the id of a page is its own, in small letters and dashes',
      })
    pageIds.add(page.id)
    if (page.fields.length === 0) say(at, { vi: 'trang phải có câu hỏi', en: 'a page asks something' })
    walkFields(page.fields, (field, path) => {
      if (paths.has(path)) say(`${at}.${path}`, { vi: 'hỏi hai lần', en: 'asked twice' })
      paths.set(path, field)
      for (const what of mistakesOfField(field)) say(`${at}.${path}`, what)
    })
  }
  if (paths.size > MOST_FIELDS)
    say('pages', { vi: `hơn ${MOST_FIELDS} câu hỏi`, en: `more than ${MOST_FIELDS} questions` })
  for (const page of definition.pages) checkReferences(page, paths, say)
  return mistakes
}

function mistakesOfField(field: Field): Text[] {
  const { type, options = [], fields = [], label } = field
  return [
    ...(ID.test(field.id)
      ? []
      : [
          {
            vi: 'id gồm chữ cái không dấu và chữ số, bắt đầu bằng chữ thường',
            en: 'an id is letters and digits, beginning small',
          },
        ]),
    ...(FIELD_TYPES.includes(type)
      ? []
      : [{ vi: `không có loại câu hỏi ${type}`, en: `no type of question: ${type}` }]),
    ...(label.vi.trim() && label.en.trim()
      ? []
      : [{ vi: 'câu hỏi cần lời bằng cả hai ngôn ngữ', en: 'the question needs words in both languages' }]),
    ...(type === 'choice' || type === 'choices'
      ? options.length >= 2 && new Set(options.map(({ value }) => value)).size === options.length
        ? []
        : [{ vi: 'cần ít nhất hai lựa chọn khác nhau', en: 'at least two different options' }]
      : options.length > 0
        ? [{ vi: 'có lựa chọn nhưng câu hỏi không phải loại chọn', en: 'options without a choice' }]
        : []),
    ...((type === 'group' || type === 'block') === fields.length > 0
      ? []
      : [
          {
            vi: 'câu hỏi bên trong chỉ có ở nhóm và khối, và nhóm, khối nào cũng phải có',
            en: 'questions inside belong to groups and blocks',
          },
        ]),
    ...(type === 'group' && fields.some((inner) => inner.type === 'group')
      ? [{ vi: 'nhóm trong nhóm', en: 'a group in a group' }]
      : []),
    ...((type === 'computed') === (field.compute !== undefined)
      ? []
      : [
          {
            vi: 'chỉ câu tính sẵn có công thức, và phải có',
            en: 'computed needs an expression, and only it',
          },
        ]),
    ...(field.prefill === undefined || PREFILLS.includes(field.prefill)
      ? []
      : [{ vi: `không có nguồn điền sẵn ${field.prefill}`, en: `no source of answers: ${field.prefill}` }]),
    ...(field.min !== undefined && field.max !== undefined && field.min > field.max
      ? [{ vi: 'min lớn hơn max', en: 'min above max' }]
      : []),
  ]
}

type Say = (at: string, what: Text) => void

function checkReferences(page: Page, paths: ReadonlyMap<string, Field>, say: Say): void {
  const at = `pages.${page.id}`
  const check = (place: string, names: readonly string[], beside: string) => {
    for (const name of names) {
      const path = name.startsWith('./') ? `${beside}${name.slice(2)}` : name
      const root = path.replace(/\.(unit|code|street)$/, '')
      if (name !== 'today' && !paths.has(path) && !paths.has(root))
        say(place, { vi: `xét ${name}, là câu không được hỏi`, en: `looks at ${name}, which is not asked` })
    }
  }
  if (page.when) check(at, namesIn(page.when), '')
  for (const rule of page.rules ?? []) {
    check(`${at}.rules`, [rule.field, ...namesIn(rule.holds), ...(rule.when ? namesIn(rule.when) : [])], '')
  }
  walkFields(page.fields, (field, path) => {
    const beside = path.slice(0, path.lastIndexOf('.') + 1)
    if (field.when) check(`${at}.${path}`, namesIn(field.when), beside)
    if (field.compute) check(`${at}.${path}`, namesInExpression(field.compute), beside)
  })
}

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  return [
    condition.field,
    ...('differsFrom' in condition ? [condition.differsFrom] : []),
    ...('notBefore' in condition ? [condition.notBefore] : []),
    ...('on' in condition && condition.on !== undefined ? [condition.on] : []),
  ]
}

function namesInExpression(expression: Expression): string[] {
  if ('value' in expression) return []
  if ('field' in expression) return [expression.field]
  if ('count' in expression) return [expression.count]
  if ('ageOf' in expression) return [expression.ageOf]
  if ('if' in expression) {
    return [
      ...namesIn(expression.if),
      ...namesInExpression(expression.then),
      ...namesInExpression(expression.else),
    ]
  }
  return (
    'sum' in expression ? expression.sum : 'product' in expression ? expression.product : expression.join
  ).flatMap(namesInExpression)
}
