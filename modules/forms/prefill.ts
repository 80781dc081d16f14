import type { Answer, Answers, FormDefinition, Prefill } from './definition.ts'
import { walkFields } from './definition.ts'

/** What is known about whoever files, by source. Only what is known is there. */
export type Known = Readonly<Partial<Record<Prefill, Answer>>>

export type Prefilled = {
  readonly answers: Answers
  /** Paths that were filled in, so that the page can say where they came from. */
  readonly paths: readonly string[]
}

/** Điền sẵn: puts what is known into a form that nobody has begun. Groups are left to the person. */
export function prefill(form: Pick<FormDefinition, 'pages'>, known: Known): Prefilled {
  const answers: Record<string, Answer | undefined> = {}
  const paths: string[] = []
  for (const page of form.pages) {
    walkFields(page.fields, (field, path) => {
      const value = field.prefill && known[field.prefill]
      if (value === undefined || path.includes('[]')) return
      put(answers, path.split('.'), value)
      paths.push(path)
    })
  }
  return { answers, paths }
}

function put(
  target: Record<string, Answer | undefined>,
  [first, ...rest]: readonly string[],
  value: Answer,
): void {
  if (first === undefined) return
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = { ...(target[first] as Answers | undefined) }
  put(inner, rest, value)
  target[first] = inner
}
