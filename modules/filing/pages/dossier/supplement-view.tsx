import { BackLink, Button, ErrorSummary, Layout, Notice, PostForm } from '#design'
import type { StoredFile } from '#documents'
import { type Answers, errorsOf, FormFields, type Page, type Problem } from '#forms'
import type { CivilDate } from '#kernel/civil-date'
import type { Shell } from '#platform/http'
import type { Dossier } from '#register'
import type { SupplementRow } from '../../queries/around.ts'
import { FilesField } from '../files-field.tsx'
import { words } from './text.ts'
import { hrefOf } from './view.tsx'

type Props = {
  readonly shell: Shell
  readonly dossier: Dossier
  readonly supplement: SupplementRow
  /** The pages that hold what is to be put right. */
  readonly pages: readonly Page[]
  readonly answers: Answers
  readonly typed: Answers
  readonly problems: readonly Problem[]
  readonly files: ReadonlyMap<string, StoredFile>
  readonly today: CivilDate
  readonly token: string
}

/** Bổ sung hồ sơ: opens on exactly what was named, with the reason beside it. */
export function SupplementPage({ shell, dossier, supplement, pages, ...rest }: Props) {
  const { answers, typed, problems, files, today, token } = rest
  const { lang } = shell
  const text = words[lang]
  const errors = errorsOf(problems, lang)
  return (
    <Layout
      shell={shell}
      title={text.answerTitle}
      hasErrors={errors.length > 0}
      crumbs={[
        { text: text.crumb, href: '/ho-so' },
        { text: dossier.code, href: hrefOf(dossier) },
        { text: text.answerTitle },
      ]}
    >
      <BackLink href={hrefOf(dossier)} text={dossier.code} />
      <ErrorSummary errors={errors} />
      <h1>{text.answerTitle}</h1>
      <p class="lead">{text.answerLead}</p>
      <Notice kind="warning" title={text.asked}>
        <p lang="vi">{supplement.reason}</p>
        {supplement.basis && (
          <p lang="vi">
            {text.basis}: {supplement.basis}
          </p>
        )}
        <ul lang="vi">
          {supplement.items.map(({ path, label, note }) => (
            <li key={label}>
              {path ? <a href={`#${path}`}>{label}</a> : <strong>{label}</strong>}: {note}
            </li>
          ))}
        </ul>
      </Notice>
      <PostForm action={`${hrefOf(dossier)}/bo-sung`} token={token} hasFiles>
        <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true">
          {text.answerSend}
        </button>
        {pages.map((page) => (
          <section key={page.id}>
            <h2>{page.title[lang]}</h2>
            <FormFields
              page={page}
              answers={answers}
              typed={typed}
              problems={problems}
              today={today}
              lang={lang}
              files={(field, name, fieldErrors) => (
                <FilesField
                  field={field}
                  name={name}
                  errors={fieldErrors}
                  chosen={(Array.isArray(typed[field.id]) ? (typed[field.id] as string[]) : []).flatMap(
                    (id) => files.get(id) ?? [],
                  )}
                  lang={lang}
                />
              )}
            />
          </section>
        ))}
        <Button>{text.answerSend}</Button>
      </PostForm>
    </Layout>
  )
}
