import type { ComponentChildren } from 'preact'
import { Columns, Layout, LinkButton, Title } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import type { Shell } from '#platform/http'
import type { PlaceAnswer } from '../../find-place.ts'
import type { ProcedureLine, RevisionLine } from '../../queries/procedures.ts'
import type { Procedure } from '../../revision.ts'
import { slugOf } from '../../slug.ts'
import { Aside, Facts, Standing } from './overview.tsx'
import { Papers } from './papers.tsx'
import { PlaceSection } from './place.tsx'
import {
  AgencySection,
  LegalSection,
  MethodsTable,
  RelatedSection,
  Results,
  RevisionsSection,
} from './sections.tsx'
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
  const { shell, procedure, revisions, related, place } = props
  const text = words[shell.lang]
  const { content, code, summary } = procedure
  return (
    <Layout
      shell={shell}
      title={content.name}
      description={summary ?? `${content.name}. ${text.code} ${code}.`}
      crumbs={[
        { text: text.home, href: '/' },
        { text: text.crumb, href: '/thu-tuc' },
        { text: content.field.name, href: `/thu-tuc?linh-vuc=${slugOf(content.field.name)}` },
      ]}
    >
      <article class="procedure">
        <Title
          text={content.name}
          lang="vi"
          kicker={
            <>
              {text.code} <span class="code">{code}</span>
            </>
          }
        />
        <Standing {...props} />
        {summary && (
          <p class="lead" lang="vi">
            {summary}
          </p>
        )}
        <LinkButton href={`/thu-tuc/${code}/nop`}>{text.apply}</LinkButton>
        <Columns asideLabel={text.contents} aside={<Aside {...props} />}>
          <Facts {...props} />
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
            <Steps lines={content.steps.map((step) => step.text)} none={text.stepsNone} />
          </Section>
          {content.requirements && (
            <Section id="yeu-cau" title={text.requirements}>
              <Paragraphs lines={content.requirements.split('\n')} none="" />
            </Section>
          )}
          <Section id="ket-qua" title={text.results}>
            <Results content={content} lang={shell.lang} />
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
        </Columns>
      </article>
    </Layout>
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

/** Numbers the steps, unless their writer has done so ("Bước 1:", "a)", "-"). */
function Steps({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length < 2 || lines.some((line) => /^(bước|\p{L}?\d*[).:]|[-+*•–])/iu.test(line)))
    return <Paragraphs lines={lines} none={none} />
  return (
    <ol lang="vi">
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ol>
  )
}

function Paragraphs({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <>
      {lines.map((line, at) => (
        <p key={at} lang="vi">
          {line}
        </p>
      ))}
    </>
  )
}
