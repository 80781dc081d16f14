import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Layout,
  LinkButton,
  Notice,
  PostForm,
  type TaskItem,
  TaskList,
} from '#design'
import type { StoredFile } from '#documents'
import {
  type Answers,
  AnswersView,
  errorsOf,
  type Form,
  FormFields,
  isAsked,
  type Page,
  type Problem,
} from '#forms'
import type { CivilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Draft } from '../../draft.ts'
import { FilesField } from '../files-field.tsx'
import { words } from './text.ts'

type ListProps = {
  readonly shell: Shell
  readonly draft: Draft
  readonly form: Form
  readonly problems: readonly Problem[]
  readonly today: CivilDate
  readonly token: string
  readonly hasChanged: boolean
}

/** Danh sách việc of a draft. */
export function TaskListPage({ shell, draft, form, problems, today, token, hasChanged }: ListProps) {
  const text = words[shell.lang]
  const pages = form.pages.filter((page) => isAsked(page, draft.answers, today))
  return (
    <Layout
      shell={shell}
      title={`${text.title}: ${draft.procedureName}`}
      crumbs={[{ text: text.mine, href: '/ho-so' }, { text: text.title }]}
    >
      <h1>{text.title}</h1>
      <p class="lead" lang="vi">
        {draft.procedureName}
      </p>
      <p>
        {text.to}: <strong lang="vi">{draft.agencyName}</strong>. {text.saved(formatMoment(draft.savedAt))}.
      </p>
      {hasChanged && <Notice>{<p>{text.changed}</p>}</Notice>}
      <h2>{text.parts}</h2>
      <TaskList items={pages.map((page) => taskOf(page, { draft, problems, shell }))} />
      <LinkButton href={`/ban-nhap/${draft.id}/kiem-tra`}>{text.check}</LinkButton>
      <PostForm action={`/ban-nhap/${draft.id}/xoa`} token={token}>
        <Button kind="quiet">{text.delete}</Button>
      </PostForm>
    </Layout>
  )
}

type TaskContext = { readonly draft: Draft; readonly problems: readonly Problem[]; readonly shell: Shell }

function taskOf(page: Page, { draft, problems, shell }: TaskContext): TaskItem {
  const ids = page.fields.map(({ id }) => id)
  const isBegun = ids.some((id) => draft.answers[id] !== undefined)
  const isWrong = problems.some(({ path }) =>
    ids.some((id) => path === id || path.startsWith(`${id}.`) || path.startsWith(`${id}[`)),
  )
  return {
    title: page.title[shell.lang],
    href: `/ban-nhap/${draft.id}/${page.id}`,
    status: isWrong ? (isBegun ? 'doing' : 'todo') : 'done',
  }
}

type QuestionProps = {
  readonly shell: Shell
  readonly title: string
  /** Where the form posts to, and where the way back leads. */
  readonly action: string
  readonly backHref: string
  readonly page: Page
  readonly answers: Answers
  readonly typed: Answers
  readonly problems: readonly Problem[]
  readonly files: ReadonlyMap<string, StoredFile>
  readonly prefilled: readonly string[]
  readonly today: CivilDate
  readonly token: string
}

/** Một trang câu hỏi. With files the form is sent in parts, otherwise as any form. */
export function QuestionPage(props: QuestionProps) {
  const { shell, title, action, backHref, page, answers, typed, problems, files, prefilled, today, token } =
    props
  const text = words[shell.lang]
  const hasFiles = page.fields.some(({ type }) => type === 'files')
  const errors = errorsOf(problems, shell.lang)
  return (
    <Layout
      shell={shell}
      title={page.title[shell.lang]}
      hasErrors={errors.length > 0}
      crumbs={[
        { text: text.mine, href: '/ho-so' },
        { text: title, href: backHref },
        { text: page.title[shell.lang] },
      ]}
    >
      <BackLink href={backHref} text={text.back} />
      <ErrorSummary errors={errors} />
      <h1>{page.title[shell.lang]}</h1>
      {page.lead && <p class="lead">{page.lead[shell.lang]}</p>}
      <PostForm
        action={action}
        token={token}
        hasFiles={hasFiles}
        autosave={{ idle: text.autosaved, failed: text.notSaved }}
      >
        {/* The first button of a form is what the Enter key presses. */}
        <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true">
          {text.next}
        </button>
        <FormFields
          page={page}
          answers={answers}
          typed={typed}
          problems={problems}
          today={today}
          lang={shell.lang}
          prefilled={new Map(prefilled.map((path) => [path, 'account' as const]))}
          files={(field, name, fieldErrors) => (
            <FilesField
              field={field}
              name={name}
              errors={fieldErrors}
              chosen={chosenOf(typed[field.id], files)}
              lang={shell.lang}
            />
          )}
        />
        <ButtonRow>
          <Button>{text.next}</Button>
          {hasFiles && (
            <Button kind="secondary" name="_taiTep" value="1">
              {text.upload}
            </Button>
          )}
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}

function chosenOf(answer: unknown, files: ReadonlyMap<string, StoredFile>): StoredFile[] {
  return (Array.isArray(answer) ? (answer as string[]) : []).flatMap((id) => files.get(id) ?? [])
}

type CheckProps = Omit<ListProps, 'hasChanged'> & {
  readonly answers: Answers
  readonly files: ReadonlyMap<string, StoredFile>
}

/** Kiểm tra trước khi nộp: every answer with a way to change it that comes back here. */
export function CheckPage({ shell, draft, form, problems, today, token, answers, files }: CheckProps) {
  const text = words[shell.lang]
  const href = (pageId: string) => `/ban-nhap/${draft.id}/${pageId}?ve=kiem-tra`
  const errors = problems.map(({ path, text: said }) => ({ field: path, text: said[shell.lang] }))
  return (
    <Layout
      shell={shell}
      title={text.checkTitle}
      hasErrors={errors.length > 0}
      crumbs={[
        { text: text.mine, href: '/ho-so' },
        { text: text.title, href: `/ban-nhap/${draft.id}` },
        { text: text.checkTitle },
      ]}
    >
      <BackLink href={`/ban-nhap/${draft.id}`} text={text.back} />
      <h1>{text.checkTitle}</h1>
      {errors.length > 0 ? (
        <Notice kind="error" title={text.wrong(errors.length)}>
          <ul>
            {problems.map(({ path, text: said }) => (
              <li key={`${path} ${said.vi}`}>
                <a href={`${href(pageOf(form, path))}#${path}`}>{said[shell.lang]}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p class="lead">{text.checkLead}</p>
      )}
      <p>
        {text.to}: <strong lang="vi">{draft.agencyName}</strong>
      </p>
      <AnswersView
        form={form}
        answers={answers}
        today={today}
        lang={shell.lang}
        changeHref={href}
        fileNames={new Map([...files].map(([id, { name }]) => [id, name]))}
      />
      {errors.length === 0 && (
        <PostForm action={`/ban-nhap/${draft.id}/nop`} token={token}>
          <p>{text.submitHint}</p>
          <Button>{text.submit}</Button>
        </PostForm>
      )}
    </Layout>
  )
}

function pageOf(form: Form, path: string): string {
  const id = path.split(/[.[]/)[0]
  return (
    form.pages.find(({ fields }) => fields.some((field) => field.id === id))?.id ?? form.pages[0]?.id ?? ''
  )
}

export function DeletedPage({ shell, draft, token }: { shell: Shell; draft: Draft; token: string }) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.deleted}
      crumbs={[{ text: text.mine, href: '/ho-so' }, { text: text.title }]}
    >
      <h1>{text.deleted}</h1>
      <p lang="vi">{draft.procedureName}</p>
      <PostForm action={`/ban-nhap/${draft.id}/khoi-phuc`} token={token}>
        <ButtonRow>
          <Button kind="secondary">{text.undo}</Button>
          <LinkButton kind="quiet" href="/ho-so">
            {text.mine}
          </LinkButton>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
