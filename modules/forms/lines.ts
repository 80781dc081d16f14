import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import { holds } from './condition.ts'
import { type Answer, type Answers, type Field, textOf } from './definition.ts'
import { formWords } from './pages/words.ts'
import { wholeDay } from './value.ts'

/** One answer in words. */
export type AnswerLine = { readonly path: string; readonly label: string; readonly value: string }

type Around = {
  readonly lang: Lang
  readonly today: CivilDate
  readonly root: Answers
  readonly fileNames?: ReadonlyMap<string, string> | undefined
}

/** Every question that was asked, with its answer in words, in the order of the form: the same lines on screen, paper and PDF. */
export function answerLines(
  fields: readonly Field[],
  answers: Answers,
  around: Around,
  { above = '', prefix = '' }: { above?: string; prefix?: string } = {},
): readonly AnswerLine[] {
  return fields.flatMap((field) => {
    if (field.when && !holds(field.when, { root: around.root, beside: answers, today: around.today }))
      return []
    const path = `${above}${field.id}`
    const label = `${prefix}${field.label[around.lang]}`
    const answer = answers[field.id]
    if (field.type === 'block') {
      if (!isPart(answer))
        return field.isOptional ? [] : [{ path, label, value: formWords[around.lang].noAnswer }]
      return answerLines(field.fields ?? [], answer, around, { above: `${path}.`, prefix: `${label}: ` })
    }
    if (field.type === 'group') return groupLines(field, answer, around, { path, label })
    return [{ path, label, value: inWords(field, answer, around) }]
  })
}

function groupLines(
  field: Field,
  answer: Answer | undefined,
  around: Around,
  { path, label }: { path: string; label: string },
): AnswerLine[] {
  const items = Array.isArray(answer) ? (answer as readonly Answers[]) : []
  if (items.length === 0) return [{ path, label, value: formWords[around.lang].noAnswer }]
  const name = field.itemName?.[around.lang] ?? label
  return items.flatMap((item, index) =>
    answerLines(field.fields ?? [], item, around, {
      above: `${path}[${index}].`,
      prefix: `${formWords[around.lang].item(name, index + 1)}: `,
    }),
  )
}

function inWords(field: Field, answer: Answer | undefined, { lang, fileNames }: Around): string {
  const text = formWords[lang]
  if (field.type === 'files') return filesInWords(answer, fileNames, text.noFiles)
  if (answer === undefined || answer === '') return text.noAnswer
  switch (field.type) {
    case 'date':
    case 'partial_date':
      return dateInWords(textOf(answer))
    case 'choice':
      return field.options?.find(({ value }) => value === answer)?.text[lang] ?? textOf(answer)
    case 'choices':
      return (Array.isArray(answer) ? (answer as string[]) : [])
        .map((one) => field.options?.find(({ value }) => value === one)?.text[lang] ?? one)
        .join(', ')
    case 'yes_no':
      return answer === true ? text.yes : text.no
    case 'declaration':
      return text.declared
    case 'address':
      return addressInWords(answer)
    case 'money':
      return `${Number(answer).toLocaleString('vi-VN')} ${text.currency}`
    default:
      return textOf(answer)
  }
}

function filesInWords(
  answer: Answer | undefined,
  names: ReadonlyMap<string, string> | undefined,
  none: string,
): string {
  const ids = Array.isArray(answer) ? (answer as string[]) : []
  return ids.length === 0 ? none : ids.map((id) => names?.get(id) ?? id).join('\n')
}

function dateInWords(answer: string): string {
  const day = wholeDay(answer)
  if (day) return formatDate(day)
  const [year, month] = answer.split('-')
  return month ? `${month}/${year}` : (year ?? answer)
}

/** Street, commune, province: as an address is written. */
function addressInWords(answer: Answer): string {
  if (!isPart(answer)) return textOf(answer)
  return [textOf(answer['street']), textOf(answer['unit'])].filter((part) => part !== '').join(', ')
}

function isPart(answer: Answer | undefined): answer is Answers {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}
