import { ButtonRow, Layout, LinkButton, Notice, Summary, Table } from '#design'
import { formatDate, formatMoment } from '#kernel/civil-date-text'
import type { RecordedAct } from '#platform/acts'
import type { Shell } from '#platform/http'
import type { ManagedOfficial } from '../../officials/administrator.ts'
import { lastDayOf } from '../../officials/term.ts'
import { roleWords } from '../role-words.ts'
import { ADMINISTRATION, type AgencyNames, officialPath } from './desk.ts'
import { StateTag } from './list-view.tsx'
import { type Done, words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly managed: ManagedOfficial
  readonly isSelf: boolean
  readonly acts: readonly RecordedAct[]
  readonly nameOf: AgencyNames
  /** Names of officials by account. */
  readonly people: ReadonlyMap<string, string>
  readonly done: Done | undefined
}

export function OfficialView(props: Props) {
  const { shell, managed, done } = props
  const { official, elsewhere } = managed
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: ADMINISTRATION }, { text: official.name }]
  return (
    <Layout shell={shell} title={official.name} crumbs={crumbs}>
      {done && <Notice kind="success" title={text.done[done]} isAnswer />}
      <h1>{official.name}</h1>
      <Summary
        rows={[
          { key: text.email, value: official.email },
          { key: text.state, value: <StateTag shell={shell} official={official} /> },
        ]}
      />
      <Posts {...props} />
      <Rights {...props} />
      {elsewhere > 0 && <p class="quiet">{text.elsewhere(elsewhere)}</p>}
      <Acts {...props} />
      <History {...props} />
    </Layout>
  )
}

function Posts({ shell, managed, nameOf, isSelf }: Props) {
  const text = words[shell.lang]
  const here = officialPath(managed.official.accountId)
  if (managed.posts.length === 0) return <p>{text.noPosts}</p>
  return (
    <>
      <h2>{text.posts}</h2>
      <Table
        caption={text.posts}
        hidesCaption
        columns={[{ head: text.post }, { head: text.agency }, { head: text.since }, { head: text.leave }]}
        rows={managed.posts.map((post) => [
          post.title,
          nameOf(post.agency),
          formatMoment(post.since),
          post.endedAt
            ? text.ended(formatMoment(post.endedAt), post.endedWhy ?? '')
            : !isSelf && (
                <a key="leave" href={`${here}/roi-co-quan?chuc-vu=${post.id}`}>
                  {text.leave} <span class="hidden">{post.title}</span>
                </a>
              ),
        ])}
      />
    </>
  )
}

function Rights({ shell, managed, nameOf, people, isSelf }: Props) {
  const text = words[shell.lang]
  const roles = roleWords[shell.lang]
  const here = officialPath(managed.official.accountId)
  return (
    <>
      <h2>{text.rights}</h2>
      {managed.grants.length === 0 ? (
        <p>{text.noRights}</p>
      ) : (
        <Table
          caption={text.rights}
          hidesCaption
          columns={[text.role, text.agency, text.until, text.givenBy, text.reason, text.endRight].map(
            (head) => ({ head }),
          )}
          rows={managed.grants.map((grant) => [
            grant.mayGive.length > 0
              ? `${roles[grant.role]} (${text.mayGive.toLowerCase()}: ${grant.mayGive.map((role) => roles[role]).join(', ')})`
              : roles[grant.role],
            nameOf(grant.agency),
            formatDate(lastDayOf(grant.untilAt)),
            grant.grantedBy ? people.get(grant.grantedBy) : text.machine,
            grant.reason,
            !isSelf && (
              <a key="end" href={`${here}/quyen/${grant.id}/thu-hoi`}>
                {text.endRight} <span class="hidden">{roles[grant.role]}</span>
              </a>
            ),
          ])}
        />
      )}
    </>
  )
}

function Acts({ shell, managed, isSelf }: Props) {
  const text = words[shell.lang]
  const { official, isWhollyMine } = managed
  const here = officialPath(official.accountId)
  if (isSelf || official.leftAt) return null
  return (
    <>
      <h2>{text.act}</h2>
      <ButtonRow>
        <LinkButton href={`${here}/quyen`} kind="secondary">
          {text.addRight}
        </LinkButton>
        <LinkButton href={`${here}/chuc-vu`} kind="secondary">
          {text.addPost}
        </LinkButton>
        {isWhollyMine && (
          <LinkButton href={`${here}/dat-lai`} kind="secondary">
            {official.enrolledAt ? text.reset : text.reinvite}
          </LinkButton>
        )}
        <LinkButton href={`${here}/roi-co-quan`} kind="danger">
          {text.leaveAll}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

function History({ shell, managed, acts, people }: Props) {
  const text = words[shell.lang]
  if (acts.length === 0) return null
  const whoOf = (actor: string) => {
    if (actor === 'machine') return text.machine
    return actor === managed.official.accountId ? text.self : people.get(actor)
  }
  return (
    <>
      <h2>{text.history}</h2>
      <Table
        caption={text.history}
        hidesCaption
        columns={[{ head: text.when }, { head: text.what }, { head: text.who }, { head: text.why }]}
        rows={acts.map(({ at, verb, actor, reason }) => [
          formatMoment(at),
          text.verbs[verb] ?? verb,
          whoOf(actor),
          reason,
        ])}
      />
    </>
  )
}
