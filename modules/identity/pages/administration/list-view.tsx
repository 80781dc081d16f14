import {
  Button,
  ButtonRow,
  Empty,
  Layout,
  LinkButton,
  Pagination,
  PostForm,
  Select,
  Table,
  Tag,
  TextInput,
} from '#design'
import { formatDate } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { ListedOfficial, OfficialPage, OfficialQuestion } from '../../officials/list.ts'
import { OFFICIAL_STATES } from '../../officials/list.ts'
import { CENTRE, ROLES } from '../../officials/role.ts'
import { lastDayOf } from '../../officials/term.ts'
import { roleWords } from '../role-words.ts'
import { ADMINISTRATION, type AgencyNames, officialPath } from './desk.ts'
import { AgencyField, type Offered } from './right-fields.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly scopes: readonly { readonly agency: string; readonly untilAt: Date }[]
  readonly offered: Offered
  readonly question: OfficialQuestion
  readonly page: OfficialPage
  readonly nameOf: AgencyNames
  readonly nextHref: string | undefined
}

/** Quản trị cán bộ: everyone in the administrator's agencies. */
export function AdministrationPage(props: Props) {
  const { shell, scopes, nameOf } = props
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.scope}</h2>
      <ul>
        {scopes.map(({ agency, untilAt }) => (
          <li key={agency}>
            {agency === CENTRE
              ? text.scopeOfAll(formatDate(lastDayOf(untilAt)))
              : text.scopeOf(nameOf(agency), formatDate(lastDayOf(untilAt)))}
          </li>
        ))}
      </ul>
      <ButtonRow>
        <LinkButton href={`${ADMINISTRATION}/moi`}>{text.invite}</LinkButton>
        <LinkButton href={`${ADMINISTRATION}/ung-dung`} kind="secondary">
          {text.applications}
        </LinkButton>
      </ButtonRow>
      <Filters {...props} />
      <List {...props} />
    </Layout>
  )
}

/** Filters stand in the address. A name does not: it is sent unseen. */
function Filters({ shell, token, offered, question }: Props) {
  const { lang } = shell
  const text = words[lang]
  const roles = ROLES.map((role) => ({ value: role, text: roleWords[lang][role] }))
  const states = OFFICIAL_STATES.map((state) => ({ value: state, text: text.states[state] }))
  return (
    <>
      <h2>{text.filters}</h2>
      <form method="get" action={ADMINISTRATION}>
        <AgencyField
          lang={lang}
          name="co-quan"
          label={text.agency}
          value={question.agency}
          offered={offered}
          errors={[]}
        />
        <Select
          name="vai-tro"
          label={text.role}
          options={roles}
          value={question.role}
          emptyText={text.anyRole}
        />
        <Select
          name="tinh-trang"
          label={text.state}
          options={states}
          value={question.state}
          emptyText={text.anyState}
        />
        <Button kind="secondary">{text.filter}</Button>
      </form>
      <PostForm action={`${ADMINISTRATION}/tim`} token={token}>
        <TextInput name="name" label={text.findName} value={question.name} maxLength={100} width={20} />
        <Button kind="secondary">{text.find}</Button>
      </PostForm>
    </>
  )
}

function List({ shell, page, nameOf, nextHref }: Props) {
  const text = words[shell.lang]
  if (page.officials.length === 0) return <Empty title={text.none} />
  return (
    <>
      <Table
        caption={text.list}
        columns={[{ head: text.official }, { head: text.posts }, { head: text.rights }, { head: text.state }]}
        rows={page.officials.map((listed) => [
          <a key="name" href={officialPath(listed.official.accountId)}>
            {listed.official.name}
          </a>,
          listed.posts.map(({ id, title, agency }) => <p key={id}>{`${title}, ${nameOf(agency)}`}</p>),
          listed.grants.map(({ id, role, untilAt }) => (
            <p key={id}>{`${roleWords[shell.lang][role]}, ${formatDate(lastDayOf(untilAt))}`}</p>
          )),
          <StateTag key="state" shell={shell} official={listed.official} />,
        ])}
      />
      <Pagination nextHref={nextHref} />
    </>
  )
}

export function StateTag({ shell, official }: { shell: Shell; official: ListedOfficial['official'] }) {
  const { states } = words[shell.lang]
  if (official.leftAt) return <Tag tone="neutral">{states.left}</Tag>
  return official.enrolledAt ? <Tag tone="good">{states.active}</Tag> : <Tag tone="due">{states.invited}</Tag>
}
