import { Details, Table } from '#design'
import type { Lang } from '#platform/lang'
import type { Case, Component } from '../../procedure.ts'
import { words } from './text.ts'

/** Thành phần hồ sơ by case. What the source lists with 0 originals and 0 copies is a note, and stands apart. */
export function Papers({ cases, lang }: { cases: readonly Case[]; lang: Lang }) {
  const text = words[lang]
  if (cases.every(({ components, note }) => components.length === 0 && !note)) return <p>{text.papersNone}</p>
  if (cases.length === 1 && cases[0]) return <CasePapers one={cases[0]} at={1} lang={lang} />
  return (
    <>
      {cases.map((one, at) => (
        <Details key={at} summary={one.name ?? text.caseName(at + 1)} isOpen={at === 0}>
          <CasePapers one={one} at={at + 1} lang={lang} />
        </Details>
      ))}
    </>
  )
}

function CasePapers({ one, at, lang }: { one: Case; at: number; lang: Lang }) {
  const text = words[lang]
  const papers = one.components.filter(isPaper)
  const notes = one.components.filter((component) => !isPaper(component))
  return (
    <>
      {papers.length > 0 && (
        <Table
          caption={one.name ?? text.caseName(at)}
          hidesCaption
          columns={[
            { head: text.paper },
            { head: text.originals, isNumeric: true },
            { head: text.copies, isNumeric: true },
          ]}
          rows={papers.map((paper) => [
            <Paper key={paper.name} paper={paper} lang={lang} />,
            paper.originals,
            paper.copies,
          ])}
        />
      )}
      {(notes.length > 0 || one.note) && (
        <>
          <h3>{text.notes}</h3>
          <ul>
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
    <>
      {paper.name}
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
          {text.replacedBy} {paper.replacementResults.join(', ')}
        </span>
      )}
    </>
  )
}

function isPaper({ originals, copies }: Component): boolean {
  return originals > 0 || copies > 0
}
