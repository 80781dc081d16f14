import {
  Button,
  Checkboxes,
  Empty,
  ErrorSummary,
  type FieldError,
  Layout,
  PostForm,
  Table,
  TextInput,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { NamedDesk } from '../../at-desk.ts'
import type { Recovery } from '../../recovery.ts'
import { DeskField } from '../desk-field.tsx'
import { PersonFields } from '../person-fields.tsx'
import { stateOfRecovery } from './state.ts'
import { words } from './text.ts'

export const RECOVERY_PATH = '/can-bo/khoi-phuc'

type Props = {
  readonly shell: Shell
  readonly token: string
  /** Where one may ask for it; none for an inspector. */
  readonly desks: readonly NamedDesk[]
  readonly recoveries: readonly Recovery[]
  readonly typed: Readonly<Partial<Record<string, string>>>
  readonly errors: readonly FieldError[]
  readonly now: Date
}

export function RecoveriesPage({ shell, token, desks, recoveries, typed, errors, now }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} hasErrors={errors.length > 0} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{text.lead}</p>
      {desks.length > 0 && <AskForm {...{ shell, token, desks, typed, errors }} />}
      <h2>{text.list}</h2>
      {recoveries.length === 0 ? (
        <Empty title={text.none} />
      ) : (
        <Table
          caption={text.list}
          hidesCaption
          columns={[
            { head: text.person },
            { head: text.when },
            { head: text.first },
            { head: text.second },
            { head: text.state },
          ]}
          rows={recoveries.map((recovery) => [
            <a key="person" href={`${RECOVERY_PATH}/${recovery.id}`} lang="vi">
              {recovery.subjectName}
            </a>,
            formatMoment(recovery.askedAt),
            recovery.askedName,
            recovery.confirmedName,
            text.states[stateOfRecovery(recovery, now)],
          ])}
        />
      )}
    </Layout>
  )
}

function AskForm({ shell, token, desks, typed, errors }: Omit<Props, 'recoveries' | 'now'>) {
  const text = words[shell.lang]
  return (
    <>
      <h2>{text.ask}</h2>
      <PostForm action={RECOVERY_PATH} token={token}>
        <DeskField desks={desks} value={typed['co-quan']} lang={shell.lang} />
        <PersonFields labels={text} typed={typed} errors={errors} />
        <TextInput
          name="giay-to"
          label={text.papers}
          hint={text.papersHint}
          errors={errors}
          value={typed['giay-to']}
          maxLength={300}
        />
        <TextInput
          name="ly-do"
          label={text.reason}
          hint={text.reasonHint}
          errors={errors}
          value={typed['ly-do']}
          maxLength={300}
        />
        <Checkboxes
          name="co-mat"
          label={text.present}
          errors={errors}
          choices={[{ value: 'co', text: text.presentChoice }]}
        />
        <Button>{text.send}</Button>
      </PostForm>
    </>
  )
}
