/** A JSON Schema, as far as these tests look into it. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export type Operation = {
  readonly where: string
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
}

export type Description = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'where'>>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export function operationsOf({ paths }: Description): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      where: `${method.toUpperCase()} ${path}`,
    })),
  )
}

/** Everything that a caller sends: parameters and the body, each with its name. */
export function inputsOf({
  parameters = [],
  requestBody,
}: Operation): readonly (readonly [string, Schema])[] {
  const bodies = Object.values(requestBody?.content ?? {}).map(({ schema = {} }) => ['body', schema] as const)
  return [...parameters.map(({ name, schema }) => [name, schema] as const), ...bodies]
}

/** The places in a schema that let a caller send as much as they like. An empty list: the schema is bounded. */
export function unbounded(schema: Schema, name: string): readonly string[] {
  if (schema.enum || 'const' in schema || schema.type === 'boolean' || schema.type === 'null') return []
  if (schema.anyOf) return schema.anyOf.flatMap((choice) => unbounded(choice, name))
  switch (schema.type) {
    case 'string':
      return schema.maxLength !== undefined || isClosed(schema.pattern) ? [] : [`${name}: any length`]
    case 'integer':
    case 'number':
      return schema.minimum !== undefined && schema.maximum !== undefined ? [] : [`${name}: any number`]
    case 'array':
      return [
        ...(schema.maxItems === undefined ? [`${name}: any count`] : []),
        ...unbounded(schema.items ?? {}, `${name}[]`),
      ]
    case 'object':
      return Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
        unbounded(value, `${name}.${key}`),
      )
    default:
      return [`${name}: anything`]
  }
}

/** A pattern bounds the length when it holds the whole text and repeats nothing without end. */
function isClosed(pattern: string | undefined): boolean {
  return pattern !== undefined && /^\^.*\$$/.test(pattern) && !/(?<!\\)[*+]|\{\d+,\}/.test(pattern)
}
