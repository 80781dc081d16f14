import { ErrorSummary, type FieldError, Layout, Title } from '#design'
import type { Shell } from '#platform/http'
import type { CalendarYear } from '../../calendar-year.ts'
import type { DueCount } from '../../due-count.ts'
import { Answer } from './answer.tsx'
import { CountForm } from './form.tsx'
import { words } from './text.ts'
import type { Typed } from './typed.ts'
import { YearOfDays } from './year.tsx'

type Props = {
  readonly shell: Shell
  readonly typed: Typed
  readonly isAsked: boolean
  readonly errors: readonly FieldError[]
  readonly count: DueCount | undefined
  readonly year: CalendarYear
}

export function WorkingTimePage({ shell, typed, isAsked, errors, count, year }: Props) {
  const { lang } = shell
  const text = words[lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      description={text.description}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.title }]}
    >
      <ErrorSummary errors={errors} />
      <Title text={text.title} />
      <p>{text.lead}</p>
      {count && (
        <>
          <Answer count={count} lang={lang} />
          <h2>{text.again}</h2>
        </>
      )}
      <CountForm typed={typed} errors={errors} lang={lang} />
      <YearOfDays year={year} typed={isAsked ? typed : {}} lang={lang} />
    </Layout>
  )
}
