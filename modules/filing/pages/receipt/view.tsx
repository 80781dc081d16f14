import {
  Button,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Layout,
  LinkButton,
  Notice,
  PostForm,
  Summary,
  Table,
  TextInput,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Dossier } from '#register'
import type { DossierContent } from '../../own-dossier.ts'
import { shortDigest } from '../../receipt.ts'
import { FiledAnswers } from '../content-view.tsx'
import { sizeInWords } from '../files-field.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly dossier: Dossier
  readonly content: DossierContent
  readonly secret: string
}

/** Biên nhận: what was received, byte for byte, and what comes next. It may be bookmarked and printed. */
export function ReceiptPage({ shell, dossier, content, secret }: Props) {
  const { lang } = shell
  const text = words[lang]
  const { code, agencyName } = dossier
  return (
    <Layout
      shell={shell}
      title={`${text.title} ${code}`}
      crumbs={[
        { text: text.crumb, href: '/ho-so' },
        { text: code, href: `/ho-so/${code}` },
        { text: text.title },
      ]}
    >
      <h1>{text.title}</h1>
      <Notice kind="success" title={text.done} isAnswer>
        <p class="lead">
          {text.code}: <strong class="code">{code}</strong>
        </p>
      </Notice>
      <h2>{text.next}</h2>
      <p>
        {dossier.pickUpBy
          ? text.nextText(agencyName, formatMoment(dossier.pickUpBy))
          : dossier.dueAt && text.received(formatMoment(dossier.dueAt))}
      </p>
      <p>
        {text.askText} {text.print}
      </p>
      <div class="screen-only">
        <ButtonRow>
          <LinkButton href={`/ho-so/${code}/bien-nhan.pdf`}>{text.pdf}</LinkButton>
          <LinkButton kind="secondary" href={`/ho-so/${code}`}>
            {text.track}
          </LinkButton>
        </ButtonRow>
      </div>
      <Summary
        rows={[
          { key: text.procedure, value: <span lang="vi">{dossier.procedureName}</span> },
          { key: text.agency, value: <span lang="vi">{agencyName}</span> },
          { key: text.by, value: <span lang="vi">{dossier.applicant.name}</span> },
          { key: text.at, value: formatMoment(content.at) },
          { key: text.check, value: <span class="code">{shortDigest(content.digest)}</span> },
          {
            key: text.secret,
            value: (
              <>
                <span class="code">{secret}</span>
                <p class="quiet">{text.secretHint}</p>
              </>
            ),
          },
        ]}
      />
      <h2>{text.files}</h2>
      {content.files.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          caption={text.files}
          hidesCaption
          columns={[{ head: text.file }, { head: text.size }, { head: text.hash }]}
          rows={content.files.map(({ id, name, sizeBytes, sha256 }) => [
            name,
            sizeInWords(sizeBytes),
            <span key={id} class="code hash">
              {sha256}
            </span>,
          ])}
        />
      )}
      <FiledAnswers content={content} lang={lang} />
    </Layout>
  )
}

type VerifyProps = {
  readonly shell: Shell
  readonly token: string
  readonly typed: { readonly ma?: string | undefined; readonly maKiemTra?: string | undefined }
  readonly errors: readonly FieldError[]
  readonly answer?:
    | { readonly genuine: { dossier: Dossier; at: Date; count: number } | undefined }
    | undefined
}

/** Kiểm tra biên nhận: for whoever is shown one. */
export function VerifyPage({ shell, token, typed, errors, answer }: VerifyProps) {
  const text = words[shell.lang]
  const genuine = answer?.genuine
  return (
    <Layout shell={shell} title={text.verify} hasErrors={errors.length > 0} crumbs={[{ text: text.verify }]}>
      <ErrorSummary errors={errors} />
      <h1>{text.verify}</h1>
      <p class="lead">{text.verifyLead}</p>
      {genuine && (
        <Notice kind="success" title={text.genuine} isAnswer>
          <p>{text.genuineText(formatMoment(genuine.at), genuine.dossier.agencyName, genuine.count)}</p>
          <p lang="vi">{genuine.dossier.procedureName}</p>
        </Notice>
      )}
      {answer && !genuine && (
        <Notice kind="error" title={text.notGenuine} isAnswer>
          <p>{text.notGenuineText}</p>
        </Notice>
      )}
      <PostForm action="/kiem-tra-bien-nhan" token={token}>
        <TextInput name="ma" label={text.code} value={typed.ma} errors={errors} width={30} />
        <TextInput name="maKiemTra" label={text.check} value={typed.maKiemTra} errors={errors} width={30} />
        <Button>{text.verifyButton}</Button>
      </PostForm>
    </Layout>
  )
}
