import type { ComponentChildren } from 'preact'
import type { Lasting } from '#platform/html-text'
import type { Lang } from '#platform/lang'
import type { ProcedureContent } from '../../procedure.ts'
import { Papers } from './papers.tsx'
import { AgencySection, LegalSection, MethodsTable, Results } from './sections.tsx'
import { words } from './text.ts'

type Props = { readonly content: ProcedureContent; readonly lang: Lang }

// What a revision says never changes, so neither does what the page says of it.
const lasts = {
  keyOf: ({ lang }: Props) => lang,
  madeOf: ({ content }: Props) => content,
}

/** Papers, time limits and fees. */
export const WhatToBring: Lasting<Props> = Object.assign(PapersAndLimits, lasts)

/** Steps, conditions, results, agencies and law. */
export const HowItGoes: Lasting<Props> = Object.assign(StepsToLaw, lasts)

function PapersAndLimits({ content, lang }: Props) {
  const text = words[lang]
  return (
    <>
      <Section id="giay-to" title={text.papers}>
        <Papers cases={content.cases} lang={lang} />
      </Section>
      <Section id="thoi-han" title={text.methods}>
        <MethodsTable content={content} lang={lang} />
      </Section>
    </>
  )
}

function StepsToLaw({ content, lang }: Props) {
  const text = words[lang]
  return (
    <>
      <Section id="trinh-tu" title={text.steps}>
        <Steps lines={content.steps.map((step) => step.text)} none={text.stepsNone} />
      </Section>
      {content.requirements && (
        <Section id="yeu-cau" title={text.requirements}>
          <Paragraphs lines={content.requirements.split('\n')} none="" />
        </Section>
      )}
      <Section id="ket-qua" title={text.results}>
        <Results content={content} lang={lang} />
      </Section>
      <Section id="co-quan" title={text.agencies}>
        <AgencySection content={content} lang={lang} />
      </Section>
      <Section id="can-cu" title={text.legal}>
        <LegalSection content={content} lang={lang} />
      </Section>
    </>
  )
}

export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
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
