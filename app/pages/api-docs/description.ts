/** The parts of an OpenAPI document that the docs page shows. */
export type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
}

export type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
}

export type Operation = {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly parameters: readonly Parameter[]
  readonly answer: Schema | undefined
}

type RawOperation = {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
}

export type Description = {
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
}

/** All operations, in the order of their paths. */
export function operationsOf({ paths = {} }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      method: method.toUpperCase(),
      path,
      summary: raw.summary ?? '',
      tag: raw.tags?.[0] ?? '',
      parameters: raw.parameters ?? [],
      answer: raw.responses?.['200']?.content?.['application/json']?.schema,
    })),
  )
}

/** A schema's type in a few words: `string, at most 200 characters`. */
export function typeWords({ type, enum: values, anyOf, items, ...limits }: Schema = {}): string {
  if (values) return values.map(String).join(' | ')
  if (anyOf) return [...new Set(anyOf.map(typeWords))].join(' or ')
  if (type === 'array') return `list of ${typeWords(items)}`
  const bounds = [
    limits.minimum !== undefined && limits.maximum !== undefined && `${limits.minimum} to ${limits.maximum}`,
    limits.maxLength !== undefined && `at most ${limits.maxLength} characters`,
    limits.format,
  ].filter(Boolean)
  return [[type].flat().filter(Boolean).join(' or ') || 'any', ...bounds].join(', ')
}
