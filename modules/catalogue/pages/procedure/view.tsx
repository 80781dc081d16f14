import type { ComponentChildren } from 'preact'
import { Layout, LinkButton, Notice, ShareRow, Summary, Tag } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { ProcedureLine, RevisionLine } from '../../queries/procedures.ts'
import type { Procedure } from '../../revision.ts'
import { slugOf } from '../../slug.ts'
import { LEVEL_WORDS, ONLINE_WORDS } from '../../words.ts'
import { costInShort, timeInShort } from './facts.ts'
import { Papers } from './papers.tsx'
import type { PlaceAnswer } from '../../find-place.ts'
import { PlaceSection } from './place.tsx'
import { AgencySection, LegalSection, MethodsTable, RelatedSection, RevisionsSection } from './sections.tsx'
import { words } from './text.ts'

export type ProcedurePageProps = {
  readonly shell: Shell
  readonly procedure: Procedure
  readonly revisions: readonly RevisionLine[]
  readonly related: readonly ProcedureLine[]
  readonly place: PlaceAnswer
  readonly url: string
  readonly today: CivilDate
}

export function ProcedurePage(props: ProcedurePageProps) {
  const { shell, procedure, revisions, related, place, url } = props
  const text = words[shell.lang]
  const { content, code } = procedure
  return (
    <Layout
      shell={shell}
      title={content.name}
      description={content.summary ?? `${content.name}. ${text.code} ${code}.`}
      crumbs={[
        { text: text.home, href: '/' },
        { text: text.crumb, href: '/thu-tuc' },
        { text: content.field.name, href: `/thu-tuc?linh-vuc=${slugOf(content.field.name)}` },
      ]}
    >
      <article class="procedure">
        <p class="quiet">
          {text.code} <span class="code">{code}</span>
        </p>
        <h1>{content.name}</h1>
        <Standing {...props} />
        {content.summary && <p class="lead">{content.summary}</p>}
        <Facts {...props} />
        <LinkButton href={`/thu-tuc/${code}/nop`}>{text.apply}</LinkButton>
        <ShareRow title={content.name} url={url} />
        <Contents lang={shell.lang} hasRequirements={Boolean(content.requirements)} />
        <Section id="giay-to" title={text.papers}>
          <Papers cases={content.cases} lang={shell.lang} />
        </Section>
        <Section id="thoi-han" title={text.methods}>
          <MethodsTable content={content} lang={shell.lang} />
        </Section>
        <Section id="noi-nop" title={text.place}>
          <PlaceSection action={`/thu-tuc/${code}`} place={place} lang={shell.lang} />
        </Section>
        <Section id="trinh-tu" title={text.steps}>
          <Paragraphs lines={content.steps.map((step) => step.text)} none={text.stepsNone} />
        </Section>
        {content.requirements && (
          <Section id="yeu-cau" title={text.requirements}>
            <Paragraphs lines={content.requirements.split('\n')} none="" />
          </Section>
        )}
        <Section id="ket-qua" title={text.results}>
          {content.results.length === 0 && <p>{text.resultsNone}</p>}
          <ul>
            {content.results.map((result) => (
              <li key={`${result.code} ${result.name}`}>
                {result.name} {result.code && <span class="code quiet">{result.code}</span>}
              </li>
            ))}
          </ul>
        </Section>
        <Section id="co-quan" title={text.agencies}>
          <AgencySection content={content} lang={shell.lang} />
        </Section>
        <Section id="can-cu" title={text.legal}>
          <LegalSection content={content} lang={shell.lang} />
        </Section>
        <RelatedSection content={content} related={related} lang={shell.lang} />
        <Section id="phien-ban" title={text.revisions}>
          <RevisionsSection procedure={procedure} revisions={revisions} lang={shell.lang} />
        </Section>
      </article>
    </Layout>
  )
}

/** Whether this may still be used: abolished, replaced, an old revision, not yet in force, between agencies only. */
function Standing({ shell, procedure, today }: ProcedurePageProps) {
  const text = words[shell.lang]
  const { kind, replacedBy, number, newestNumber, code, content, effectiveOn } = procedure
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
      {number !== newestNumber && (
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

function Facts({ shell, procedure }: ProcedurePageProps) {
  const text = words[shell.lang]
  const { content } = procedure
  const levels = content.levels.map((level) => LEVEL_WORDS[shell.lang][level]).join(', ')
  const rows: { key: string; value: ComponentChildren }[] = [
    { key: text.who, value: content.subjects.map(({ name }) => name).join('; ') || '–' },
    { key: text.time, value: timeInShort(shell.lang, content) },
    { key: text.cost, value: costInShort(shell.lang, content) },
    { key: text.where, value: [content.executingAgencies.map(({ name }) => name).join('; '), levels].filter(Boolean).join(' · ') },
    {
      key: text.online,
      value: (
        <Tag tone={content.onlineLevel === 'information' ? 'neutral' : 'good'}>
          {ONLINE_WORDS[shell.lang][content.onlineLevel]}
        </Tag>
      ),
    },
    { key: text.owner, value: content.owner.code ? <a href={`/co-quan/${content.owner.code}`}>{content.owner.name}</a> : content.owner.name },
  ]
  if (procedure.decisionNumber) rows.push({ key: text.decision, value: procedure.decisionNumber })
  if (procedure.alsoCalled.length > 0) rows.push({ key: text.alsoCalled, value: procedure.alsoCalled.slice(0, 4).join(', ') })
  if (procedure.formerNames.length > 0) rows.push({ key: text.formerNames, value: procedure.formerNames.join('; ') })
  return <Summary rows={rows} />
}

function Contents({ lang, hasRequirements }: { lang: Shell['lang']; hasRequirements: boolean }) {
  const text = words[lang]
  const links = [
    ['giay-to', text.papers],
    ['thoi-han', text.methods],
    ['noi-nop', text.place],
    ['trinh-tu', text.steps],
    ...(hasRequirements ? [['yeu-cau', text.requirements]] : []),
    ['ket-qua', text.results],
    ['co-quan', text.agencies],
    ['can-cu', text.legal],
    ['phien-ban', text.revisions],
  ]
  return (
    <nav class="contents" aria-label={text.contents}>
      <ul>
        {links.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

function Paragraphs({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <>
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </>
  )
}
