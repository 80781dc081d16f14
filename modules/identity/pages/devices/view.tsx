import { Button, Layout, Notice, Table } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import { endOf, type Session } from '../../session.ts'
import { words as accountWords } from '../account/text.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly sessions: readonly Session[]
  /** The session of whoever looks. */
  readonly here: Buffer | undefined
  readonly formToken: string
  readonly isDone: boolean
}

/** Where an account is signed in, with a button to end each. */
export function DevicesPage({ shell, sessions, here, formToken, isDone }: Props) {
  const text = words[shell.lang]
  const crumbs = [{ text: accountWords[shell.lang].title, href: '/tai-khoan' }, { text: text.title }]
  return (
    <Layout shell={shell} title={text.title} crumbs={crumbs}>
      {isDone && <Notice kind="success" title={text.done} isAnswer />}
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Table
        caption={text.title}
        hidesCaption
        columns={[
          { head: text.device },
          { head: text.opened },
          { head: text.seen },
          { head: text.until },
          { head: text.level },
          { head: text.actHead },
        ]}
        rows={sessions.map((session) => [
          session.device === '?' ? text.unknown : session.device,
          formatMoment(session.openedAt),
          formatMoment(session.seenAt),
          formatMoment(endOf(session)),
          String(session.assurance),
          here?.equals(session.key) ? (
            text.here
          ) : (
            <SignOutThere key="act" shell={shell} session={session} formToken={formToken} />
          ),
        ])}
      />
      <form method="post" action="/dang-xuat">
        <input type="hidden" name="_csrf" value={formToken} />
        <input type="hidden" name="noi" value="moi-noi" />
        <p class="quiet">{text.allHint}</p>
        <Button kind="danger">{text.all}</Button>
      </form>
    </Layout>
  )
}

type ThereProps = Pick<Props, 'shell' | 'formToken'> & { session: Session }

function SignOutThere({ shell, session, formToken }: ThereProps) {
  const text = words[shell.lang]
  return (
    <form method="post" action="/tai-khoan/thiet-bi">
      <input type="hidden" name="_csrf" value={formToken} />
      <input type="hidden" name="phien" value={session.key.toString('base64url')} />
      <Button kind="quiet" context={text.context(session.device, formatMoment(session.openedAt))}>
        {text.act}
      </Button>
    </form>
  )
}
