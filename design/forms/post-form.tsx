import type { ComponentChildren } from 'preact'

export type AutosaveWords = {
  /** What is said before anything was sent. */
  readonly idle: string
  /** When it cannot be kept in the background. */
  readonly failed: string
}

type Props = {
  readonly action: string
  /** Of `reply.generateCsrf()`. */
  readonly token: string
  /** What goes along unseen. */
  readonly kept?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Files go along. */
  readonly hasFiles?: boolean
  /** What is typed is sent now and then by itself, to the same address with `_luuNhap`, and where it is said that it was kept. */
  readonly autosave?: AutosaveWords
  readonly children: ComponentChildren
}

/** A form that changes something: it posts, and proves that it came from a page of ours. */
export function PostForm({ action, token, kept = {}, hasFiles = false, autosave, children }: Props) {
  const hidden = Object.entries(kept).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value] as const),
  )
  return (
    <form
      method="post"
      action={action}
      encType={hasFiles ? 'multipart/form-data' : undefined}
      novalidate
      data-autosave={autosave?.failed}
    >
      <input type="hidden" name="_csrf" value={token} />
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
      {autosave && (
        <p class="quiet" data-autosave-said>
          {autosave.idle}
        </p>
      )}
    </form>
  )
}
