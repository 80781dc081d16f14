import { Summary, type SummaryRow } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import type { Lang } from '#platform/lang'
import { isAsked } from '../check.ts'
import type { Answers, FormDefinition } from '../definition.ts'
import { answerLines } from '../lines.ts'

type Props = {
  readonly form: Pick<FormDefinition, 'pages'>
  readonly answers: Answers
  readonly today: CivilDate
  readonly lang: Lang
  /** Where to change a page; absent where nothing may be changed. */
  readonly changeHref?: (pageId: string) => string
  /** Names of the files by id. */
  readonly fileNames?: ReadonlyMap<string, string>
}

/** Câu trả lời, page by page: for the check before filing, for the officer, and for print. */
export function AnswersView({ form, answers, today, lang, changeHref, fileNames }: Props) {
  return (
    <>
      {form.pages
        .filter((page) => isAsked(page, answers, today))
        .map((page) => {
          const lines = answerLines(page.fields, answers, { lang, today, root: answers, fileNames })
          if (lines.length === 0) return null
          const rows: SummaryRow[] = lines.map(({ path, label, value }) => ({
            // A page of one block says its name in the heading already.
            key: label.replace(`${page.title[lang]}: `, ''),
            value: value.split('\n').map((line, at) => <div key={at}>{line}</div>),
            ...(changeHref && { changeHref: `${changeHref(page.id)}#${path}` }),
          }))
          return (
            <section key={page.id} class="answers">
              <h2>{page.title[lang]}</h2>
              <Summary rows={rows} />
            </section>
          )
        })}
    </>
  )
}
