import { BackLink, Button, ErrorSummary, type FieldError, Layout, PostForm, Radios, TextInput } from '#design'
import { limitInWords } from '#directory'
import type { StoredFile } from '#documents'
import { FilesField } from '#filing'
import { type Answers, errorsOf, type Form, FormFields, isAsked, type Problem } from '#forms'
import type { CivilDate } from '#kernel/civil-date'
import type { Limit } from '#kernel/working-time-policy'
import type { Shell } from '#platform/http'
import type { Officer } from '../../at-dossier.ts'
import { words } from './text.ts'

type ChooseProps = {
  readonly shell: Shell
  readonly officer: Officer
  readonly typed: string
  readonly errors: readonly FieldError[]
}

export function ChoosePage({ shell, officer, typed, errors }: ChooseProps) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      hidesSearch
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.queue, href: '/mot-cua' }, { text: text.title }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p lang="vi">{officer.agencyName}</p>
      <form method="get" action="/mot-cua/tiep-nhan" noValidate>
        <input type="hidden" name="coQuan" value={officer.agency} />
        <TextInput
          name="thuTuc"
          label={text.code}
          hint={text.codeHint}
          value={typed}
          errors={errors}
          width={20}
        />
        <Button>{text.open}</Button>
      </form>
    </Layout>
  )
}

export type CounterPage = {
  readonly shell: Shell
  readonly officer: Officer
  readonly code: string
  readonly name: string
  readonly form: Form
  readonly limits: readonly (Limit & { note?: string })[]
  readonly answers: Answers
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems: readonly Problem[]
  readonly errors: readonly FieldError[]
  readonly files: ReadonlyMap<string, StoredFile>
  readonly today: CivilDate
  readonly token: string
}

/** Hồ sơ nhận tại quầy: the whole form on one page, for somebody who types fast. */
export function CounterFormPage(props: CounterPage) {
  const { shell, officer, code, name, form, limits, answers, typed, problems, errors, files, today, token } =
    props
  const { lang } = shell
  const text = words[lang]
  const all = [...errors, ...errorsOf(problems, lang)]
  return (
    <Layout
      shell={shell}
      title={`${text.title}: ${name}`}
      hidesSearch
      hasErrors={all.length > 0}
      crumbs={[{ text: text.queue, href: '/mot-cua' }, { text: text.title }]}
    >
      <BackLink href="/mot-cua/tiep-nhan" text={text.title} />
      <ErrorSummary errors={all} />
      <h1>{text.title}</h1>
      <p class="lead" lang="vi">
        {name}
      </p>
      <PostForm
        action={`/mot-cua/tiep-nhan/${code}`}
        token={token}
        kept={{ coQuan: officer.agency }}
        hasFiles
      >
        <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true">
          {text.save}
        </button>
        <section>
          <h2>{text.who}</h2>
          <Radios
            name="_loai"
            label={text.kind}
            isInline
            value={typed['_loai'] ?? 'person'}
            choices={(['person', 'organization'] as const).map((value) => ({
              value,
              text: text.kinds[value],
            }))}
          />
          <TextInput name="_ten" label={text.name} value={typed['_ten']} errors={errors} maxLength={300} />
          <TextInput
            name="_so"
            label={text.personalId}
            hint={text.personalIdHint}
            value={typed['_so']}
            errors={errors}
            width={20}
            isOptional
            inputMode="numeric"
            autocomplete="off"
          />
          <Radios
            name="_kenh"
            label={text.channel}
            isInline
            value={typed['_kenh'] ?? 'desk'}
            choices={(['desk', 'post'] as const).map((value) => ({ value, text: text.channels[value] }))}
          />
        </section>
        {form.pages
          .filter((page) => isAsked(page, answers, today))
          .map((page) => (
            <section key={page.id}>
              <h2>{page.title[lang]}</h2>
              <FormFields
                page={page}
                answers={answers}
                typed={answers}
                problems={problems}
                today={today}
                lang={lang}
                files={(field, fieldName, fieldErrors) => (
                  <FilesField
                    field={field}
                    name={fieldName}
                    errors={fieldErrors}
                    chosen={(Array.isArray(answers[field.id]) ? (answers[field.id] as string[]) : []).flatMap(
                      (id) => files.get(id) ?? [],
                    )}
                    lang={lang}
                  />
                )}
              />
            </section>
          ))}
        {limits.length > 0 && (
          <Radios
            name="_thoiHan"
            label={text.limit}
            errors={errors}
            value={typed['_thoiHan'] ?? (limits.length === 1 ? '0' : undefined)}
            choices={limits.map((limit, at) => ({
              value: String(at),
              text: limitInWords(limit, lang),
              hint: limit.note,
            }))}
          />
        )}
        <Button>{text.save}</Button>
      </PostForm>
    </Layout>
  )
}
