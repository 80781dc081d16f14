import {
  Button,
  Empty,
  ErrorSummary,
  type FieldError,
  Layout,
  Notice,
  PostForm,
  Table,
  Textarea,
  TextInput,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { TemplateRow } from '../../queries/templates.ts'
import { PLACES } from '../../template.ts'
import { words } from './text.ts'

export const TEMPLATES_PATH = '/mot-cua/mau-ket-qua'

export type TemplatesPage = {
  readonly shell: Shell
  readonly agency: string
  readonly agencyName: string
  readonly templates: readonly TemplateRow[]
  /** The one that is changed; absent for a new one. */
  readonly editing: string | undefined
  readonly typed: { readonly ten: string; readonly thuTuc: string; readonly noiDung: string }
  readonly errors: readonly FieldError[]
  readonly said: 'saved' | 'dropped' | undefined
  readonly token: string
}

/** Mẫu kết quả of an agency: its list, and one of them to be written. */
export function TemplatesView(props: TemplatesPage) {
  const { shell, agency, agencyName, templates, editing, typed, errors, said, token } = props
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      hidesSearch
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.desk, href: `/mot-cua?coQuan=${agency}` }, { text: text.title }]}
    >
      <ErrorSummary errors={errors} />
      {said && <Notice kind="success" title={text[said]} isAnswer />}
      <h1>{text.title}</h1>
      <p class="lead" lang="vi">
        {agencyName}
      </p>
      <p>{text.lead}</p>
      {templates.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      ) : (
        <Table
          caption={text.title}
          hidesCaption
          columns={[
            { head: text.columns.title },
            { head: text.columns.procedure },
            { head: text.columns.stored },
            { head: text.columns.act },
          ]}
          rows={templates.map(({ id, title, procedureCode, storedAt }) => [
            <a key="title" href={`${TEMPLATES_PATH}?mau=${id}&coQuan=${agency}`} lang="vi">
              {title}
            </a>,
            procedureCode ?? text.every,
            formatMoment(storedAt),
            <PostForm
              key="drop"
              action={`${TEMPLATES_PATH}/bo`}
              token={token}
              kept={{ mau: id, coQuan: agency }}
            >
              <Button kind="quiet" context={title}>
                {text.drop}
              </Button>
            </PostForm>,
          ])}
        />
      )}
      <h2>{editing ? text.change : text.new}</h2>
      <PostForm action={TEMPLATES_PATH} token={token} kept={{ coQuan: agency, mau: editing }}>
        <TextInput name="ten" label={text.name} value={typed.ten} errors={errors} maxLength={300} />
        <TextInput
          name="thuTuc"
          label={text.procedure}
          hint={text.procedureHint}
          value={typed.thuTuc}
          errors={errors}
          width={20}
          maxLength={30}
          isOptional
        />
        <Textarea
          name="noiDung"
          label={text.body}
          hint={text.bodyHint}
          rows={14}
          value={typed.noiDung}
          errors={errors}
          maxLength={20_000}
        />
        <Button>{text.save}</Button>
      </PostForm>
      <h2>{text.places}</h2>
      <ul>
        {PLACES.map((place) => (
          <li key={place}>
            <code>{`{{${place}}}`}</code>
          </li>
        ))}
        <li>
          <code>{'{{tra-loi:applicant.name}}'}</code> {text.answer}
        </li>
      </ul>
    </Layout>
  )
}
