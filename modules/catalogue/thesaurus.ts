import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Synonyms } from './search/document.ts'

const Term = Type.String({ minLength: 1, maxLength: 200 })
const check = Compile(
  Type.Object({
    groups: Type.Array(
      Type.Object({
        terms: Type.Array(Term, { minItems: 2, maxItems: 50 }),
        kind: Type.Optional(Type.Enum(['same', 'everyday'])),
      }),
      { maxItems: 5_000 },
    ),
    abbreviations: Type.Record(Term, Term),
  }),
)

/** Reads a thesaurus from outside. @throws Error that names the first place that is wrong */
export function thesaurusFrom(value: unknown): Synonyms {
  if (check.Check(value)) return value as Synonyms
  const [first] = check.Errors(value)
  throw new Error(`Not a thesaurus: ${first?.instancePath || 'the file'} ${first?.message ?? ''}`)
}
