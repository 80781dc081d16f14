import type { ComponentChildren } from 'preact'

/** The name of our site stands in one place when a key is made, and in another when it is used. */
export type PasskeyOptions = { readonly rpId?: string } | { readonly rp: { readonly id?: string } }

type Props = {
  readonly action: string
  /** Of `reply.generateCsrf()`. */
  readonly token: string
  /** Whether a key is made or used. */
  readonly act: 'create' | 'get'
  /** What the browser is asked, as @simplewebauthn/server makes it. */
  readonly options: PasskeyOptions
  /** What to say when the browser gives no key. */
  readonly problem: string
  readonly kept?: Readonly<Record<string, string>>
  readonly children: ComponentChildren
}

/** A form that a passkey answers. A script of ours shows it, where the browser can do this at all. */
export function PasskeyForm({ action, token, act, options, problem, kept = {}, children }: Props) {
  return (
    <form
      method="post"
      action={action}
      hidden
      novalidate
      data-passkey={act}
      data-options={JSON.stringify(options)}
      data-site={'rp' in options ? options.rp.id : options.rpId}
    >
      <input type="hidden" name="_csrf" value={token} />
      <input type="hidden" name="answer" value="" />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p hidden data-problem role="alert">
        {problem}
      </p>
      {children}
    </form>
  )
}
