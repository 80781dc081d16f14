import type { ComponentChildren } from 'preact'
import { Notice, ShareRow, Summary, Tag } from '#design'
import { formatDate } from '#kernel/civil-date-text'
import { LEVEL_WORDS, ONLINE_WORDS } from '../../words.ts'
import { costInShort, timeInShort } from './facts.ts'
import { words } from './text.ts'
import type { ProcedurePageProps } from './view.tsx'

/** Whether this may still be used: abolished, replaced, an old revision, not yet in force, between agencies only. */
export function Standing({ shell, procedure, today }: ProcedurePageProps) {
  const text = words[shell.lang]
  const { kind, replacedBy, number, inForceNumber, code, content, effectiveOn } = procedure
  return (
    <>
      {(kind === 'abolished' || kind === 'replaced') && (
        <Notice kind="warning" title={kind === 'replaced' ? text.replacedTitle : text.abolished}>
          <p>{text.abolishedWhy}</p>
          {replacedBy.length > 0 && (
            <p>
              {text.replacedWith}{' '}
              {replacedBy.map((successor) => (
                <a key={successor} href={`/thu-tuc/${successor}`}>
                  {successor}
                </a>
              ))}
            </p>
          )}
        </Notice>
      )}
      {number !== inForceNumber && (
        <Notice kind="warning" title={text.old}>
          <p>{text.oldWhy}</p>
          <p>
            <a href={`/thu-tuc/${code}`}>{text.toCurrent}</a>
          </p>
        </Notice>
      )}
      {effectiveOn > today && <Notice title={text.upcoming(formatDate(effectiveOn))} />}
      {content.isInternal && <Notice>{text.internal}</Notice>}
    </>
  )
}

/** What a reader wants to know first: who, how long, how much, where. */
export function Facts({ shell, procedure }: ProcedurePageProps) {
  const text = words[shell.lang]
  const { content } = procedure
  const levels = content.levels.map((level) => LEVEL_WORDS[shell.lang][level]).join(', ')
  const handlers = content.executingAgencies.map(({ name }) => name).join('; ')
  const rows: { key: string; value: ComponentChildren }[] = [
    {
      key: text.who,
      value: <span lang="vi">{content.subjects.map(({ name }) => name).join('; ') || '–'}</span>,
    },
    { key: text.time, value: timeInShort(shell.lang, content) },
    { key: text.cost, value: costInShort(shell.lang, content) },
    { key: text.where, value: handlers ? <span lang="vi">{handlers}</span> : levels },
    {
      key: text.online,
      value: (
        <Tag tone={content.onlineLevel === 'information' ? 'neutral' : 'good'}>
          {ONLINE_WORDS[shell.lang][content.onlineLevel]}
        </Tag>
      ),
    },
    {
      key: text.owner,
      value: content.owner.code ? (
        <a href={`/co-quan/${content.owner.code}`}>{content.owner.name}</a>
      ) : (
        content.owner.name
      ),
    },
  ]
  if (procedure.decisionNumber) rows.push({ key: text.decision, value: procedure.decisionNumber })
  if (procedure.alsoCalled.length > 0)
    rows.push({
      key: text.alsoCalled,
      value: <span lang="vi">{procedure.alsoCalled.slice(0, 4).join(', ')}</span>,
    })
  if (procedure.formerNames.length > 0)
    rows.push({ key: text.formerNames, value: <span lang="vi">{procedure.formerNames.join('; ')}</span> })
  return <Summary rows={rows} />
}

/** The way to each part of the page, and the ways to take it along. */
export function Aside({ shell, procedure, url }: ProcedurePageProps) {
  const text = words[shell.lang]
  const { content } = procedure
  const links = [
    ['giay-to', text.papers],
    ['thoi-han', text.methods],
    ['noi-nop', text.place],
    ['trinh-tu', text.steps],
    ...(content.requirements ? [['yeu-cau', text.requirements]] : []),
    ['ket-qua', text.results],
    ['co-quan', text.agencies],
    ['can-cu', text.legal],
    ['phien-ban', text.revisions],
  ]
  return (
    <>
      <nav class="contents" aria-label={text.contents}>
        <ul>
          {links.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <ShareRow title={content.name} url={url} />
    </>
  )
}
