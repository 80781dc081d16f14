import type { FieldError } from '#design'
import { type Field, type FormDefinition, type Page, type Text, walkFields } from '#forms'
import { tidy } from '#kernel/vietnamese'
import type { Words } from '#platform/lang'

type Typed = Readonly<Record<string, string | undefined>>
type Read<Of> = { readonly read: Of; readonly errors: readonly FieldError[] }

const said = {
  vi: {
    option: (line: number) => `Dòng ${line}: ghi “giá trị | lời tiếng Việt | lời tiếng Anh”.`,
    json: (where: string) => `JSON không đọc được (${where}).`,
    number: 'Ghi một số, ví dụ 10.',
  },
  en: {
    option: (line: number) => `Line ${line}: write “value | Vietnamese words | English words”.`,
    json: (where: string) => `The JSON cannot be read (${where}).`,
    number: 'Write a number, for example 10.',
  },
} satisfies Words<object>

type Lang = keyof typeof said

/** A question as the editor's fields show it. What has no field of its own is kept as it was. */
export function typedOfField(field: Field): Typed {
  const simple = field.when && simpleCondition(field.when)
  return {
    'cau-id': field.id,
    'cau-loai': field.type,
    'cau-vi': field.label.vi,
    'cau-en': field.label.en,
    'cau-goi-y-vi': field.hint?.vi,
    'cau-goi-y-en': field.hint?.en,
    'cau-khong-bat-buoc': field.isOptional ? '1' : undefined,
    'cau-lua-chon': field.options?.map(optionLine).join('\n'),
    'cau-dai-nhat': textOfNumber(field.maxLength),
    'cau-tu': textOfNumber(field.min),
    'cau-den': textOfNumber(field.max),
    'cau-thoi-gian': field.period,
    'cau-dien-san': field.prefill,
    'cau-thanh-phan': field.component,
    'cau-ten-muc-vi': field.itemName?.vi,
    'cau-ten-muc-en': field.itemName?.en,
    'cau-vi-sao-vi': field.why?.vi,
    'cau-vi-sao-en': field.why?.en,
    'cau-khi': simple?.field,
    'cau-khi-la': simple?.values,
    'cau-khi-json': field.when && !simple ? JSON.stringify(field.when) : undefined,
    'cau-tinh': field.compute && JSON.stringify(field.compute),
  }
}

/** The question that the editor's fields say; `before` gives the questions inside and the hints of options. */
export function readField(typed: Typed, before: Field, lang: Lang): Read<Field> {
  const errors: FieldError[] = []
  const text = said[lang]
  const numberOf = (name: string): number | undefined => {
    const given = tidy(typed[name] ?? '')
    if (given === '') return undefined
    const value = Number(given)
    if (!Number.isFinite(value)) errors.push({ field: name, text: text.number })
    return Number.isFinite(value) ? value : undefined
  }
  const jsonOf = <Of>(name: string): Of | undefined => {
    const given = tidy(typed[name] ?? '')
    if (given === '') return undefined
    try {
      return JSON.parse(given) as Of
    } catch (error) {
      errors.push({ field: name, text: text.json(error instanceof Error ? error.message : '') })
      return undefined
    }
  }
  const options = readOptions(typed['cau-lua-chon'] ?? '', (line) =>
    errors.push({ field: 'cau-lua-chon', text: text.option(line) }),
  )
  const period = typed['cau-thoi-gian']
  const when =
    jsonOf<NonNullable<Field['when']>>('cau-khi-json') ??
    conditionOf(typed['cau-khi'] ?? '', typed['cau-khi-la'] ?? '')
  const read: Parts<Field> = {
    id: tidy(typed['cau-id'] ?? ''),
    type: (typed['cau-loai'] ?? before.type) as Field['type'],
    label: textOf(typed, 'cau') ?? { vi: '', en: '' },
    hint: textOf(typed, 'cau-goi-y'),
    isOptional: typed['cau-khong-bat-buoc'] === '1' ? true : undefined,
    when,
    prefill: (typed['cau-dien-san'] || undefined) as Field['prefill'],
    options: options.length > 0 ? options : undefined,
    maxLength: numberOf('cau-dai-nhat'),
    min: numberOf('cau-tu'),
    max: numberOf('cau-den'),
    period: period === 'past' || period === 'future' ? period : undefined,
    fields: before.fields,
    itemName: textOf(typed, 'cau-ten-muc'),
    compute: jsonOf<NonNullable<Field['compute']>>('cau-tinh'),
    component: tidy(typed['cau-thanh-phan'] ?? '') || undefined,
    why: textOf(typed, 'cau-vi-sao'),
  }
  return { read: withoutNothing(read), errors }
}

export function typedOfPage(page: Page): Typed {
  const simple = page.when && simpleCondition(page.when)
  return {
    'trang-id': page.id,
    'trang-vi': page.title.vi,
    'trang-en': page.title.en,
    'trang-dan-vi': page.lead?.vi,
    'trang-dan-en': page.lead?.en,
    'cau-khi': simple?.field,
    'cau-khi-la': simple?.values,
    'cau-khi-json': page.when && !simple ? JSON.stringify(page.when) : undefined,
  }
}

export function readPage(typed: Typed, lang: Lang): Read<Omit<Page, 'fields' | 'rules'>> {
  const { read, errors } = readField(typed, { id: '', type: 'text', label: { vi: '', en: '' } }, lang)
  const page: Parts<Omit<Page, 'fields' | 'rules'>> = {
    id: tidy(typed['trang-id'] ?? ''),
    title: textOf(typed, 'trang') ?? { vi: '', en: '' },
    lead: textOf(typed, 'trang-dan'),
    when: read.when,
  }
  return {
    read: withoutNothing(page),
    errors: errors.filter(({ field }) => field.startsWith('cau-khi')),
  }
}

export function typedOfHead({ id, procedure, title, source }: FormDefinition): Typed {
  return { 'bm-id': id, 'bm-thu-tuc': procedure, 'bm-vi': title.vi, 'bm-en': title.en, 'bm-nguon': source }
}

export function readHead(typed: Typed): Pick<FormDefinition, 'id' | 'procedure' | 'title' | 'source'> {
  return {
    id: tidy(typed['bm-id'] ?? ''),
    procedure: tidy(typed['bm-thu-tuc'] ?? ''),
    title: textOf(typed, 'bm') ?? { vi: '', en: '' },
    source: tidy(typed['bm-nguon'] ?? ''),
  }
}

/** Every question that another may hang on, with its words. */
export function questionsOf(
  form: FormDefinition,
): readonly { readonly path: string; readonly label: Text }[] {
  const questions: { path: string; label: Text }[] = []
  for (const { fields } of form.pages)
    walkFields(fields, ({ type, label }, path) => {
      if (type !== 'block' && type !== 'group' && !path.includes('[]')) questions.push({ path, label })
    })
  return questions
}

type Condition = NonNullable<Field['when']>

/** A condition that one question and one or more values say; nothing for any other. `true` and `false` answer yes-no questions. */
function simpleCondition(condition: Condition): { field: string; values: string } | undefined {
  if ('is' in condition) {
    const { field, is } = condition
    // A text that reads as something else cannot be written here.
    return typeof is === 'string' && typedValue(is) !== is ? undefined : { field, values: String(is) }
  }
  if ('in' in condition) {
    const { field, in: among } = condition
    const isPlain = among.length > 1 && among.every((one) => !one.includes(',') && one === one.trim())
    return isPlain ? { field, values: among.join(', ') } : undefined
  }
  if ('isAnswered' in condition && condition.isAnswered) return { field: condition.field, values: '' }
  return undefined
}

function conditionOf(field: string, typedValues: string): Condition | undefined {
  if (tidy(field) === '') return undefined
  const values = typedValues
    .split(',')
    .map(tidy)
    .filter((one) => one !== '')
  const [only] = values
  if (only === undefined) return { field, isAnswered: true }
  return values.length === 1 ? { field, is: typedValue(only) } : { field, in: values }
}

function typedValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text
}

type Option = NonNullable<Field['options']>[number]

function optionLine({ value, text, hint }: Option): string {
  return [value, text.vi, text.en, ...(hint ? [hint.vi, hint.en] : [])].join(' | ')
}

function readOptions(lines: string, isWrong: (line: number) => void): Option[] {
  return lines
    .split(/\r?\n/)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '')
    .flatMap(({ line, at }): Option[] => {
      const [value = '', vi = '', en = '', hintVi, hintEn] = line.split('|').map(tidy)
      if (value === '' || vi === '' || en === '') isWrong(at + 1)
      return [{ value, text: { vi, en }, ...(hintVi && { hint: { vi: hintVi, en: hintEn ?? '' } }) }]
    })
}

function textOf(typed: Typed, name: string): Text | undefined {
  const [vi, en] = [tidy(typed[`${name}-vi`] ?? ''), tidy(typed[`${name}-en`] ?? '')]
  return vi === '' && en === '' ? undefined : { vi, en }
}

function textOfNumber(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

/** With nothing where nothing was typed. */
type Parts<Of> = { readonly [Name in keyof Required<Of>]: Of[Name & keyof Of] | undefined }

function withoutNothing<Of>(parts: Parts<Of>): Of {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Of
}
