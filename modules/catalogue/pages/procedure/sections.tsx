import { Details, Summary, Table, Tag } from '#design'
import { formatDate } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import type { LegalBasis, Named, ProcedureContent } from '../../procedure.ts'
import type { ProcedureLine, RevisionLine } from '../../queries/procedures.ts'
import type { Procedure } from '../../revision.ts'
import { CHANNEL_WORDS, REVISION_WORDS, timeWords } from '../../words.ts'
import { feeWords, methodRows } from './facts.ts'
import { words } from './text.ts'

const SHOWN_LAWS = 8

export function MethodsTable({ content, lang }: { content: ProcedureContent; lang: Lang }) {
  const text = words[lang]
  const rows = methodRows(content)
  if (rows.length === 0) return <p>{text.methodsNone}</p>
  return (
    <Table
      caption={text.methods}
      hidesCaption
      columns={[{ head: text.channel }, { head: text.limit }, { head: text.fee }, { head: text.note }]}
      rows={rows.map(({ method, time }) => [
        CHANNEL_WORDS[lang][method.channel],
        timeWords(lang, time.value, time.unit),
        <Lines key="fees" lines={time.fees.map((fee) => feeWords(lang, fee))} />,
        <Lines key="notes" lines={[time.note, ...time.fees.map(({ note }) => note)]} />,
      ])}
    />
  )
}

function Lines({ lines }: { lines: readonly (string | undefined)[] }) {
  const said = [...new Set(lines.filter(Boolean))]
  if (said.length === 0) return <>–</>
  return (
    <>
      {said.map((line) => (
        <span key={line} class="paper-line">
          {line}
        </span>
      ))}
    </>
  )
}

export function AgencySection({ content, lang }: { content: ProcedureContent; lang: Lang }) {
  const text = words[lang]
  const roles: readonly (readonly [string, readonly Named[]])[] = [
    [text.executing, content.executingAgencies],
    [text.competent, content.competentAgencies],
    [text.authorized, content.authorizedAgencies],
    [text.coordinating, content.coordinatingAgencies],
    [text.receiving, content.receivingAddress ? [{ name: content.receivingAddress }] : []],
  ]
  const rows = roles.filter(([, agencies]) => agencies.length > 0)
  return (
    <Summary
      rows={rows.map(([key, agencies]) => ({
        key,
        value: <span lang="vi">{agencies.map(({ name }) => name).join('; ')}</span>,
      }))}
    />
  )
}

export function LegalSection({ content, lang }: { content: ProcedureContent; lang: Lang }) {
  const text = words[lang]
  const { legalBases } = content
  if (legalBases.length === 0) return <p>{text.legalNone}</p>
  const rest = legalBases.slice(SHOWN_LAWS)
  return (
    <>
      <Laws laws={legalBases.slice(0, SHOWN_LAWS)} />
      {rest.length > 0 && (
        <Details summary={text.legalMore(rest.length)}>
          <Laws laws={rest} />
        </Details>
      )}
    </>
  )
}

function Laws({ laws }: { laws: readonly LegalBasis[] }) {
  return (
    <ul lang="vi">
      {laws.map(({ number, name, issuer, issuedOn, url }, at) => {
        const title = [number, name].filter(Boolean).join(': ')
        return (
          <li key={at}>
            {url ? <a href={url}>{title}</a> : title}
            {(issuer || issuedOn) && (
              <span class="quiet">
                {' '}
                {[issuer, issuedOn && formatDate(issuedOn)].filter(Boolean).join(', ')}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function Results({ content, lang }: { content: ProcedureContent; lang: Lang }) {
  if (content.results.length === 0) return <p>{words[lang].resultsNone}</p>
  return (
    <ul lang="vi">
      {content.results.map(({ code, name }) => (
        <li key={`${code} ${name}`}>
          {name} {code && <span class="code quiet">{code}</span>}
        </li>
      ))}
    </ul>
  )
}

type RelatedProps = { content: ProcedureContent; related: readonly ProcedureLine[]; lang: Lang }

export function RelatedSection({ content, related, lang }: RelatedProps) {
  const text = words[lang]
  if (related.length === 0) return null
  const groups = [
    { title: text.linked, codes: content.linked },
    { title: text.related, codes: content.related },
  ]
  return (
    <>
      {groups.map(({ title, codes }) => {
        const lines = related.filter(({ code }) => codes.includes(code))
        if (lines.length === 0) return null
        return (
          <section key={title}>
            <h2>{title}</h2>
            <ul lang="vi">
              {lines.map(({ code, name }) => (
                <li key={code}>
                  <a href={`/thu-tuc/${code}`}>{name}</a> <span class="code quiet">{code}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

type RevisionsProps = { procedure: Procedure; revisions: readonly RevisionLine[]; lang: Lang }

export function RevisionsSection({ procedure, revisions, lang }: RevisionsProps) {
  const text = words[lang]
  return (
    <ul>
      {revisions.map(({ number, kind, decisionNumber, effectiveOn, effectiveIsKnown }) => (
        <li key={number}>
          <a
            href={
              number === procedure.inForceNumber
                ? `/thu-tuc/${procedure.code}`
                : `/thu-tuc/${procedure.code}?phien-ban=${number}`
            }
            aria-current={number === procedure.number ? 'true' : undefined}
          >
            {text.revision(number)}
          </a>
          {`: ${REVISION_WORDS[lang][kind]}`}
          {decisionNumber && `, ${decisionNumber}`}
          {`. ${effectiveIsKnown ? text.effective : text.recorded} ${formatDate(effectiveOn)}. `}
          {number === procedure.inForceNumber && <Tag tone="good">{text.current}</Tag>}
        </li>
      ))}
    </ul>
  )
}
