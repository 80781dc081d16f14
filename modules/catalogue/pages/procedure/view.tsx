import { Columns, Layout, LinkButton, Title } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import type { Shell } from '#platform/http'
import type { PlaceAnswer } from '../../find-place.ts'
import type { ProcedureLine, RevisionLine } from '../../queries/procedures.ts'
import type { Procedure } from '../../revision.ts'
import { slugOf } from '../../slug.ts'
import { HowItGoes, Section, WhatToBring } from './document.tsx'
import { Aside, Facts, Standing } from './overview.tsx'
import { PlaceSection } from './place.tsx'
import { RelatedSection, RevisionsSection } from './sections.tsx'
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
          <WhatToBring content={content} lang={shell.lang} />
          <Section id="noi-nop" title={text.place}>
            <PlaceSection action={`/thu-tuc/${code}`} place={place} lang={shell.lang} />
          </Section>
          <HowItGoes content={content} lang={shell.lang} />
          <RelatedSection content={content} related={related} lang={shell.lang} />
          <Section id="phien-ban" title={text.revisions}>
            <RevisionsSection procedure={procedure} revisions={revisions} lang={shell.lang} />
          </Section>
        </Columns>
      </article>
    </Layout>
  )
}
