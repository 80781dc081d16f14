import type { SearchIndex } from './index-build.ts'
import type { ReadSyllable } from './lattice.ts'
import type { QueryPlan, Reading } from './plan.ts'
import { writtenBeside } from './spelling.ts'
import { hasAccents } from './terms.ts'

/** The question as it was searched, mended syllables accented as documents write them beside their neighbours. */
export function correctedQuery(
  { spelling, vocabulary }: SearchIndex,
  syllables: readonly ReadSyllable[],
): string {
  const beside = writtenBeside(
    spelling,
    syllables.map(({ folded }) => folded),
  )
  const words = syllables.map((syllable, at) => {
    const isSettled = hasAccents(syllable) && !syllable.isMended
    return (isSettled ? undefined : vocabulary.written[beside[at] ?? -1]) ?? syllable.word
  })
  return words.join(' ')
}

/** The question in the words by which the first hit was found; `undefined` when these are the words that were typed. */
export function understoodAs({ concepts }: QueryPlan, readings: readonly Reading[]): string | undefined {
  const typed = concepts.map((concept) => concept.readings[0]?.text ?? '')
  const understood = readings.map(({ text, isTelling }, at) => (isTelling ? text : (typed[at] ?? '')))
  const asked = typed.join(' ')
  return understood.join(' ') === asked ? undefined : understood.join(' ')
}
