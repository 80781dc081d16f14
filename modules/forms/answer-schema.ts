import { type TSchema, Type } from 'typebox'
import type { Field, FormDefinition } from './definition.ts'

/**
 * JSON Schema of the answers of a form, for filing by a program. What is asked only in some cases is optional here; whether
 * it is missing is for the check to say, which knows the other answers.
 */
export function answerSchema(definition: Pick<FormDefinition, 'pages'>): TSchema {
  const fields = definition.pages.flatMap((page) =>
    page.fields.map((field) => ({ field, isAlways: page.when === undefined })),
  )
  return Type.Object(propertiesOf(fields), { additionalProperties: false })
}

type Asked = { readonly field: Field; readonly isAlways: boolean }

function propertiesOf(fields: readonly Asked[]): Record<string, TSchema> {
  return Object.fromEntries(
    fields.map(({ field, isAlways }) => {
      const schema = schemaOf(field)
      const isRequired = isAlways && !field.isOptional && !field.when && field.type !== 'computed'
      return [field.id, isRequired ? schema : Type.Optional(schema)]
    }),
  )
}

function inside(fields: readonly Field[] = []): Record<string, TSchema> {
  return propertiesOf(fields.map((field) => ({ field, isAlways: true })))
}

function schemaOf(field: Field): TSchema {
  const words = { title: field.label.vi, description: descriptionOf(field) }
  switch (field.type) {
    case 'choice':
      return Type.Union(
        (field.options ?? []).map(({ value, text }) => Type.Literal(value, { title: text.vi })),
        words,
      )
    case 'choices':
      return Type.Array(Type.Union((field.options ?? []).map(({ value }) => Type.Literal(value))), {
        ...words,
        uniqueItems: true,
        maxItems: field.options?.length ?? 0,
      })
    case 'yes_no':
      return Type.Boolean(words)
    case 'declaration':
      return Type.Literal(true, words)
    case 'money':
      return Type.Integer({
        ...words,
        minimum: field.min ?? 0,
        ...(field.max !== undefined && { maximum: field.max }),
      })
    case 'number':
      return Type.Number({
        ...words,
        minimum: field.min ?? 0,
        ...(field.max !== undefined && { maximum: field.max }),
      })
    case 'files':
      return Type.Array(Type.String({ format: 'uuid' }), { ...words, maxItems: field.max ?? 10 })
    case 'group':
      return Type.Array(Type.Object(inside(field.fields), { additionalProperties: false }), {
        ...words,
        minItems: field.min ?? (field.isOptional ? 0 : 1),
        maxItems: field.max ?? 50,
      })
    case 'block':
      return Type.Object(inside(field.fields), { ...words, additionalProperties: false })
    case 'address':
      return Type.Object(
        {
          unit: Type.String({
            minLength: 1,
            maxLength: 300,
            description: 'Commune and province, names of any time, or a code',
          }),
          code: Type.Optional(Type.String({ maxLength: 10 })),
          street: Type.Optional(Type.String({ maxLength: 200 })),
        },
        { ...words, additionalProperties: false },
      )
    case 'computed':
      return Type.Union([Type.String(), Type.Number()], {
        ...words,
        description: 'Worked out from other answers; what is sent is not looked at',
      })
    default:
      return Type.String({
        ...words,
        minLength: 1,
        maxLength: field.maxLength ?? (field.type === 'long_text' ? 4_000 : 300),
      })
  }
}

const SHAPES: Readonly<Partial<Record<Field['type'], string>>> = {
  date: 'YYYY-MM-DD',
  partial_date: 'YYYY, YYYY-MM or YYYY-MM-DD',
  personal_id: '12 digits',
  tax_code: '10 digits, or 10 and 3',
  phone: '10 digits beginning with 0',
  money: 'Whole đồng',
  files: 'Ids of files that were uploaded before',
}

function descriptionOf({ type, label }: Field): string {
  const shape = SHAPES[type]
  return shape ? `${label.en}. ${shape}` : label.en
}
