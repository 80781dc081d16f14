import { Details } from '#design'
import type { Lang } from '#platform/lang'
import type { Case, Component } from '../../procedure.ts'
import { words } from './text.ts'

/** The source numbers nothing, but often begins its lines as a list. */
const LIST_SIGN = /^[-+*•–]\s*/

/** Thành phần hồ sơ by case. What the source lists with 0 originals and 0 copies is a note, and stands apart. */
export function Papers({ cases, lang }: { cases: readonly Case[]; lang: Lang }) {
  const text = words[lang]
  if (cases.every(({ components, note }) => components.length === 0 && !note)) return <p>{text.papersNone}</p>
  if (cases.length === 1 && cases[0]) return <CasePapers one={cases[0]} lang={lang} />
  return (
    <>
      {cases.map((one, at) => (
        <Details key={at} summary={caseTitle(one, text.caseName(at + 1))} isOpen={at === 0}>
          <CasePapers one={one} lang={lang} />
        </Details>
      ))}
    </>
  )
}

function caseTitle({ name }: Case, numbered: string) {
  return name ? <span lang="vi">{name}</span> : numbered
}

function CasePapers({ one, lang }: { one: Case; lang: Lang }) {
  const text = words[lang]
  const papers = one.components.filter(isPaper)
  const notes = one.components.filter((component) => !isPaper(component))
  return (
    <>
      {papers.length > 0 && (
        <ul class="papers">
          {papers.map((paper, at) => (
            <Paper key={at} paper={paper} lang={lang} />
          ))}
        </ul>
      )}
      {(notes.length > 0 || one.note) && (
        <>
          <h3>{text.notes}</h3>
          <ul lang="vi">
            {notes.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
            {one.note && <li>{one.note}</li>}
          </ul>
        </>
      )}
    </>
  )
}

function Paper({ paper, lang }: { paper: Component; lang: Lang }) {
  const text = words[lang]
  return (
    <li>
      <span lang="vi">{paper.name.replace(LIST_SIGN, '')}</span>
      <span class="paper-line quiet">{text.count(paper)}</span>
      {paper.forms.length > 0 && (
        <span class="paper-line">
          {text.formsFor}{' '}
          {paper.forms.map(({ name, url }, at) => (
            <span key={at}>
              {at > 0 && ', '}
              {url ? <a href={url}>{name}</a> : name}
            </span>
          ))}
        </span>
      )}
      {paper.replacementResults.length > 0 && (
        <span class="paper-line">
          {text.replacedBy} <span lang="vi">{paper.replacementResults.join(', ')}</span>
        </span>
      )}
    </li>
  )
}

function isPaper({ originals, copies }: Component): boolean {
  return originals > 0 || copies > 0
}
