import type { Lang } from '#platform/lang'
import { agencyAddress, type PresentSuccessor } from '../../agency.ts'
import { nameIn } from '../../agency-words.ts'
import { words } from './text.ts'

/** Nay là: links to the agencies that have the duties of a dissolved one now, those with only a part marked. */
export function Now({ successors, lang }: { successors: readonly PresentSuccessor[]; lang: Lang }) {
  return (
    <>
      {successors.map(({ agency, takesAll }, at) => (
        <span key={agency.handle}>
          {at > 0 && '; '}
          <a href={agencyAddress(agency.handle)}>{nameIn(lang, agency)}</a>
          {!takesAll && ` ${words[lang].part}`}
        </span>
      ))}
    </>
  )
}
