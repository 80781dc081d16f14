import {
  Button,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Layout,
  LinkButton,
  Notice,
  PostForm,
  Table,
  Textarea,
  TextInput,
} from '#design'
import { type Difference, type FormDefinition, FormFields, type FormLine, type VersionLine } from '#forms'
import type { CivilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import { FilesField } from '../files-field.tsx'
import { Builder } from './builder-view.tsx'
import { type Building, OPEN_PART } from './part-forms.tsx'
import { words } from './text.ts'

export const FORMS_PATH = '/quan-tri/bieu-mau'
/** Where the mistakes of the whole form are pointed to. */
export const OUTLINE = 'bm-vi'

/** The names of those who stored forms, by account. */
export type Editors = ReadonlyMap<string, string>

function editorName(storedBy: string, editors: Editors, text: (typeof words)['vi']): string {
  return storedBy === 'seed' ? text.product : (editors.get(storedBy) ?? text.unknown)
}

type ListProps = { readonly shell: Shell; readonly lines: readonly FormLine[]; readonly editors: Editors }

export function FormsPage({ shell, lines, editors }: ListProps) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Table
        caption={text.title}
        hidesCaption
        columns={[
          { head: text.columns.id },
          { head: text.columns.procedure },
          { head: text.columns.version },
          { head: text.columns.stored },
          { head: text.by },
        ]}
        rows={lines.map(({ id, title, procedureCode, version, storedAt, storedBy }) => [
          <a key="id" href={`${FORMS_PATH}/${id}`}>
            {title[shell.lang]}
          </a>,
          <a key="procedure" href={`/thu-tuc/${procedureCode}`}>
            {procedureCode}
          </a>,
          String(version),
          formatMoment(storedAt),
          editorName(storedBy, editors, text),
        ])}
      />
      <LinkButton href={`${FORMS_PATH}/moi`}>{text.new}</LinkButton>
    </Layout>
  )
}

export type EditPage = {
  readonly shell: Shell
  readonly id: string
  /** The version that was edited: whoever saves upon another one is told. */
  readonly version: number
  readonly versions: readonly VersionLine[]
  readonly editors: Editors
  readonly json: string
  readonly note: string
  readonly token: string
  readonly today: CivilDate
  readonly errors: readonly FieldError[]
  readonly mistakes: readonly string[]
  readonly said?: string | undefined
  /** Its parts as they are being edited; absent while it is edited as JSON. */
  readonly building?: Omit<Building, 'isNew'> | undefined
  /** How the form in use differs from an earlier version. */
  readonly compared?: { readonly version: number; readonly changes: readonly Difference[] } | undefined
  /** After a look: the form as people will see it, and what is otherwise than now. */
  readonly looked?:
    | { readonly definition: FormDefinition; readonly changes: readonly Difference[] }
    | undefined
}

/** Sửa biểu mẫu: written, looked at, compared, saved. */
export function FormEditPage(props: EditPage) {
  const { shell, id, version, json, note, token, today, errors, mistakes, said, compared, looked, building } =
    props
  const text = words[shell.lang]
  const isNew = id === 'moi'
  return (
    <Layout
      shell={shell}
      title={isNew ? text.new : `${text.edit} ${id}`}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.title, href: FORMS_PATH }, { text: isNew ? text.new : id }]}
    >
      <ErrorSummary errors={errors} />
      {said && <Notice kind="success" title={said} isAnswer />}
      <h1>{isNew ? text.new : `${text.edit} ${id}`}</h1>
      {mistakes.length > 0 && (
        <Notice kind="error" title={text.mistakes}>
          <ul>
            {mistakes.map((mistake) => (
              <li key={mistake}>{mistake}</li>
            ))}
          </ul>
        </Notice>
      )}
      <PostForm action={`${FORMS_PATH}/${id}#${OPEN_PART}`} token={token} kept={{ banGhi: String(version) }}>
        {building ? (
          <>
            <input type="hidden" name="json" value={json} />
            <Builder {...building} lang={shell.lang} errors={errors} isNew={isNew} />
          </>
        ) : (
          <>
            <input type="hidden" name="dang" value="json" />
            <Textarea
              name="json"
              label={text.json}
              hint={text.jsonHint}
              rows={24}
              value={json}
              errors={errors}
            />
          </>
        )}
        <TextInput name="lyDo" label={text.note} value={note} isOptional maxLength={300} />
        <ButtonRow>
          <Button kind="secondary" name="viec" value="xem">
            {text.preview}
          </Button>
          <Button name="viec" value="luu">
            {text.save}
          </Button>
          <Button kind="quiet" name="viec" value={building ? 'dang-json' : 'dang-cau'}>
            {building ? text.asJson : text.asParts}
          </Button>
        </ButtonRow>
      </PostForm>
      {!isNew && (
        <p>
          <a href={`${FORMS_PATH}/${id}/xuat`}>{text.export}</a>
        </p>
      )}
      {looked && <Looked shell={shell} today={today} {...looked} />}
      {compared && (
        <>
          <h2>{text.comparedWith(compared.version)}</h2>
          <Changes changes={compared.changes} none={text.noDifference} text={text} />
        </>
      )}
      {!isNew && <Versions {...props} />}
    </Layout>
  )
}

function Versions({ shell, id, versions, editors }: EditPage) {
  const text = words[shell.lang]
  const [newest] = versions
  return (
    <>
      <h2>{text.versions}</h2>
      <Table
        caption={text.versions}
        hidesCaption
        columns={[
          { head: text.columns.version },
          { head: text.columns.stored },
          { head: text.by },
          { head: text.why },
          { head: text.compare },
        ]}
        rows={versions.map(({ version, storedAt, storedBy, note }) => [
          String(version),
          formatMoment(storedAt),
          editorName(storedBy, editors, text),
          note,
          version === newest?.version ? (
            ''
          ) : (
            <a key="compare" href={`${FORMS_PATH}/${id}?so-voi=${version}`}>
              {text.version(version)}
            </a>
          ),
        ])}
      />
    </>
  )
}

type ChangesProps = {
  readonly changes: readonly Difference[]
  readonly none: string
  readonly text: (typeof words)['vi']
}

function Changes({ changes, none, text }: ChangesProps) {
  if (changes.length === 0) return <p>{none}</p>
  return (
    <ul>
      {changes.map(({ at, what }) => (
        <li key={at}>
          <strong>{text.what[what]}</strong>: {at}
        </li>
      ))}
    </ul>
  )
}

type LookedProps = {
  shell: Shell
  today: CivilDate
  definition: FormDefinition
  changes: readonly Difference[]
}

function Looked({ shell, today, definition, changes }: LookedProps) {
  const { lang } = shell
  const text = words[lang]
  return (
    <>
      <h2>{text.changes}</h2>
      <Changes changes={changes} none={text.same} text={text} />
      <h2>{text.shown}</h2>
      {definition.pages.map((page) => (
        <section key={page.id}>
          <h3>{page.title[lang]}</h3>
          <FormFields
            page={page}
            answers={{}}
            typed={{}}
            problems={[]}
            today={today}
            lang={lang}
            files={(field, name, errors) => (
              <FilesField field={field} name={name} errors={errors} chosen={[]} lang={lang} />
            )}
          />
        </section>
      ))}
    </>
  )
}
