import type { ComponentChildren } from 'preact'

type Props = {
  readonly action: string
  /** Of `reply.generateCsrf()`. */
  readonly token: string
  /** What goes along unseen. */
  readonly kept?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Files go along. */
  readonly hasFiles?: boolean
  readonly children: ComponentChildren
}

/** A form that changes something: it posts, and proves that it came from a page of ours. */
export function PostForm({ action, token, kept = {}, hasFiles = false, children }: Props) {
  const hidden = Object.entries(kept).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value] as const),
  )
  return (
    <form method="post" action={action} encType={hasFiles ? 'multipart/form-data' : undefined} novalidate>
      <input type="hidden" name="_csrf" value={token} />
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
