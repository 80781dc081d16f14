import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldError,
  InsetText,
  Layout,
  Notice,
  PostForm,
  Summary,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Recovery } from '../../recovery.ts'
import { stateOfRecovery } from './state.ts'
import { words } from './text.ts'
import { RECOVERY_PATH } from './view.tsx'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly recovery: Recovery
  readonly agencyName: string
  readonly mayConfirm: boolean
  readonly errors: readonly FieldError[]
  readonly now: Date
}

export function RecoveryPage({ shell, token, recovery, agencyName, mayConfirm, errors, now }: Props) {
  const text = words[shell.lang]
  const state = stateOfRecovery(recovery, now)
  const rows: readonly (readonly [string, string | null])[] = [
    [text.person, recovery.subjectName],
    [text.reason, recovery.reason],
    [text.papers, recovery.papers],
    [text.detail.agency, agencyName],
    [text.first, `${recovery.askedName}, ${formatMoment(recovery.askedAt)}`],
    [text.second, recovery.confirmedAt && `${recovery.confirmedName}, ${formatMoment(recovery.confirmedAt)}`],
    [text.state, text.states[state]],
  ]
  return (
    <Layout
      shell={shell}
      title={text.detail.title}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.title, href: RECOVERY_PATH }, { text: text.detail.title }]}
    >
      <h1>{text.detail.title}</h1>
      <ErrorSummary errors={errors} />
      <Summary rows={rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))} />
      {state === 'waiting' && !mayConfirm && (
        <Notice title={text.detail.waitsTitle}>
          <p>{text.detail.waits}</p>
        </Notice>
      )}
      {mayConfirm && (
        <PostForm action={`${RECOVERY_PATH}/${recovery.id}`} token={token}>
          <Checkboxes
            name="da-xem"
            label={text.detail.seen}
            errors={errors}
            choices={[{ value: 'co', text: text.detail.seenChoice }]}
          />
          <Button>{text.detail.confirm}</Button>
        </PostForm>
      )}
    </Layout>
  )
}

/** The slip of paper: a code and how to use it, without a name or a number. */
export function RecoveryCodePage({ shell, code }: { shell: Shell; code: string }) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.code.title}
      crumbs={[{ text: text.title, href: RECOVERY_PATH }, { text: text.code.title }]}
    >
      <h1>{text.code.title}</h1>
      <p class="lead">{text.code.lead}</p>
      <InsetText>
        <p class="code">{code}</p>
      </InsetText>
      <p>{text.code.how}</p>
    </Layout>
  )
}
