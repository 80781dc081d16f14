import { Button, ErrorSummary, type FieldError, Layout, PostForm, Summary, TextInput } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import { type Invitation, invitationPath } from '../../officials/invitation.ts'
import type { Official } from '../../officials/official.ts'
import { type InvitationText, words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  /** The token of the invitation, which is its address. */
  readonly link: string
  readonly invitation: Invitation
  readonly official: Official
  /** Posts in words: title and agency. */
  readonly posts: readonly string[]
  readonly errors?: readonly FieldError[] | undefined
}

/** Thư mời: who is meant, and the password that opens the next step. */
export function InvitationPage({ shell, token, link, invitation, official, posts, errors = [] }: Props) {
  const text = words[shell.lang]
  const { purpose, expiresAt } = invitation
  const title = purpose === 'first' ? text.title : text.resetTitle
  const lead = { first: text.firstLead, second_factor: text.secondLead, all: text.allLead }[purpose]
  return (
    <Layout shell={shell} title={title} hasErrors={errors.length > 0} crumbs={[{ text: title }]}>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <Summary
        rows={[
          { key: text.for, value: official.name },
          { key: text.email, value: official.email },
          { key: text.agency, value: posts.map((post) => <p key={post}>{post}</p>) },
          { key: text.until, value: formatMoment(expiresAt) },
        ]}
      />
      <p class="quiet">{text.notYou}</p>
      <p class="lead">{lead}</p>
      <PostForm action={invitationPath(link)} token={token}>
        <input type="hidden" name="username" value={official.email} autocomplete="username" />
        {purpose === 'second_factor' ? (
          <TextInput
            name="password"
            label={text.current}
            type="password"
            autocomplete="current-password"
            errors={errors}
            maxLength={200}
            width={30}
          />
        ) : (
          <NewPasswordFields text={text} errors={errors} />
        )}
        <Button>{purpose === 'second_factor' ? text.goOn : text.go}</Button>
      </PostForm>
    </Layout>
  )
}

/** A new password, twice: without a script nobody sees what they typed. */
export function NewPasswordFields({ text, errors }: { text: InvitationText; errors: readonly FieldError[] }) {
  return (
    <>
      <TextInput
        name="password"
        label={text.password}
        hint={text.hint}
        type="password"
        autocomplete="new-password"
        errors={errors}
        maxLength={200}
        width={30}
      />
      <TextInput
        name="again"
        label={text.again}
        type="password"
        autocomplete="new-password"
        errors={errors}
        maxLength={200}
        width={30}
      />
    </>
  )
}
