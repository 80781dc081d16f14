import {
  Button,
  ButtonRow,
  Checkboxes,
  ErrorSummary,
  type FieldError,
  Layout,
  Notice,
  PostForm,
  Textarea,
  TextInput,
} from '#design'
import type { Shell } from '#platform/http'
import type { Dossier } from '#register'
import { deskHref } from '../dossier/view.tsx'
import { words } from './text.ts'

export type ComposePage = {
  readonly shell: Shell
  readonly dossier: Dossier
  readonly template: string
  readonly typed: {
    readonly ten: string
    readonly noiDung: string
    readonly so: string
    readonly laySo: boolean
  }
  readonly errors: readonly FieldError[]
  readonly token: string
}

/** Soạn kết quả từ mẫu: the words of the template with what the dossier says, to be read and corrected before it is issued. */
export function ComposeView({ shell, dossier, template, typed, errors, token }: ComposePage) {
  const text = words[shell.lang]
  const { code, version, agency, procedureName } = dossier
  return (
    <Layout
      shell={shell}
      title={`${text.title}: ${code}`}
      hidesSearch
      hasErrors={errors.length > 0}
      crumbs={[
        { text: text.desk, href: `/mot-cua?coQuan=${agency}` },
        { text: code, href: deskHref(dossier) },
        { text: text.title },
      ]}
    >
      <ErrorSummary errors={errors} />
      <h1>{text.title}</h1>
      <p lang="vi">
        <span class="code">{code}</span> {procedureName}
      </p>
      <p class="lead">{text.lead}</p>
      <PostForm
        action={`${deskHref(dossier)}/soan`}
        token={token}
        kept={{ banGhi: String(version), mau: template }}
      >
        <TextInput name="ten" label={text.name} value={typed.ten} errors={errors} maxLength={300} />
        <Textarea
          name="noiDung"
          label={text.body}
          hint={text.bodyHint}
          rows={18}
          value={typed.noiDung}
          errors={errors}
          maxLength={20_000}
        />
        <TextInput
          name="so"
          label={text.number}
          value={typed.so}
          errors={errors}
          width={20}
          maxLength={60}
          isOptional
        />
        <Checkboxes
          name="laySo"
          label={text.register}
          choices={[{ value: '1', text: text.takeNumber }]}
          values={typed.laySo ? ['1'] : []}
        />
        <Notice kind="info" title={text.notSigned} />
        <ButtonRow>
          <Button name="viec" value="phat-hanh">
            {text.issue}
          </Button>
          <Button kind="secondary" name="viec" value="xem" opensBeside>
            {text.preview}
          </Button>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
