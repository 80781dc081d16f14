import type { ComponentChildren } from 'preact'
import { Button, ErrorSummary, type FieldError, Layout, PostForm } from '#design'
import type { Shell } from '#platform/http'
import type { Official } from '../../officials/official.ts'
import { ADMINISTRATION, officialPath } from './desk.ts'
import { ReasonField } from './right-fields.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly official: Official
  readonly action: string
  readonly title: string
  readonly lead: string
  readonly button: string
  readonly kept?: Readonly<Record<string, string | undefined>>
  readonly reason: string | undefined
  readonly errors: readonly FieldError[]
  /** Further questions, before the reason. */
  readonly children?: ComponentChildren
}

/** An act that takes something away: what it does, and why it is done. */
export function ReasonView({ shell, token, official, title, lead, button, reason, errors, ...props }: Props) {
  const text = words[shell.lang]
  const crumbs = [
    { text: text.title, href: ADMINISTRATION },
    { text: official.name, href: officialPath(official.accountId) },
    { text: title },
  ]
  return (
    <Layout shell={shell} title={title} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p class="lead">{official.name}</p>
      <p>{lead}</p>
      <PostForm action={props.action} token={token} {...(props.kept ? { kept: props.kept } : {})}>
        {props.children}
        <ReasonField lang={shell.lang} value={reason} errors={errors} />
        <Button kind="danger">{button}</Button>
      </PostForm>
    </Layout>
  )
}
