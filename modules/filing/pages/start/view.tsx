import type { PlaceAnswer, Procedure } from '#catalogue'
import {
  BackLink,
  Button,
  ErrorSummary,
  type FieldError,
  Layout,
  LinkButton,
  Notice,
  PostForm,
  Radios,
  TextInput,
} from '#design'
import { unitPath } from '#directory'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Draft } from '../../draft.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly procedure: Procedure
  readonly place: PlaceAnswer
  readonly drafts: readonly Draft[]
  readonly token: string
  readonly errors: readonly FieldError[]
}

export function StartPage({ shell, procedure, place, drafts, token, errors }: Props) {
  const text = words[shell.lang]
  const { code, content } = procedure
  return (
    <Layout
      shell={shell}
      title={`${text.title}: ${content.name}`}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.mine, href: '/ho-so' }, { text: text.title }]}
    >
      <BackLink href={`/thu-tuc/${code}`} text={text.back} />
      <ErrorSummary errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">
        {text.lead} <strong lang="vi">{content.name}</strong>
      </p>
      {drafts.length > 0 && <OpenDrafts drafts={drafts} shell={shell} />}
      <h2>{text.need}</h2>
      <ul>
        <li>{text.papers}</li>
        <li>{text.time}</li>
        <li>{text.account}</li>
      </ul>
      <h2>{text.where}</h2>
      <form method="get" action={`/nop-ho-so/${code}`} noValidate>
        <TextInput
          name="noi"
          label={text.place}
          hint={text.whereHint}
          value={place.kind === 'unasked' ? '' : place.typed}
          errors={place.kind === 'unknown' ? [{ field: 'noi', text: text.none }] : []}
        />
        <Button kind={place.kind === 'found' ? 'secondary' : 'primary'}>{text.find}</Button>
      </form>
      <Places code={code} place={place} shell={shell} token={token} errors={errors} />
    </Layout>
  )
}

function OpenDrafts({ drafts, shell }: { drafts: readonly Draft[]; shell: Shell }) {
  const text = words[shell.lang]
  return (
    <Notice title={text.open}>
      {drafts.map((draft) => (
        <p key={draft.id}>
          <span lang="vi">{draft.agencyName}</span>. {text.openWhen(formatMoment(draft.savedAt))}{' '}
          <LinkButton kind="secondary" href={`/ban-nhap/${draft.id}`} context={draft.agencyName}>
            {text.resume}
          </LinkButton>
        </p>
      ))}
    </Notice>
  )
}

type PlacesProps = {
  code: string
  place: PlaceAnswer
  shell: Shell
  token: string
  errors: readonly FieldError[]
}

function Places({ code, place, shell, token, errors }: PlacesProps) {
  const text = words[shell.lang]
  if (place.kind === 'unasked') return null
  if (place.kind === 'unknown' || place.kind === 'several') {
    const names = place.kind === 'unknown' ? place.suggestions : place.units.map(unitPath)
    if (names.length === 0) return null
    return (
      <div role="status">
        <p>{text.several}</p>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a href={`/nop-ho-so/${code}?noi=${encodeURIComponent(name)}`} lang="vi">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )
  }
  if (place.desks.length === 0) return <Notice kind="warning">{<p>{text.noAgency}</p>}</Notice>
  const [only, another] = place.desks
  return (
    <div role="status">
      <PostForm action={`/nop-ho-so/${code}/bat-dau`} token={token} kept={{ noi: place.typed }}>
        <Radios
          name="coQuan"
          label={text.agency}
          errors={errors}
          value={another ? undefined : only?.agency.handle}
          choices={place.desks.map(({ agency, serviceCentre }) => ({
            value: agency.handle,
            text: agency.name,
            hint: serviceCentre?.name,
          }))}
        />
        <Button>{text.begin}</Button>
      </PostForm>
    </div>
  )
}
