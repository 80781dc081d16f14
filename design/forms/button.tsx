import type { ComponentChildren } from 'preact'

/** `primary` is the act of the page, once. `danger` takes something away. `quiet` looks like a link. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonProps = {
  readonly children: ComponentChildren
  readonly kind?: ButtonKind | undefined
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** What comes of it opens beside the page, which stays as it is. */
  readonly opensBeside?: boolean | undefined
  /** For screen readers, when the words alone do not say what is meant: "Xóa" + "tệp don.pdf". */
  readonly context?: string | undefined
}

/** The words say the act: "Nộp hồ sơ", not "Gửi". A second press within a second is ignored. */
export function Button({
  children,
  kind = 'primary',
  type = 'submit',
  name,
  value,
  isDisabled,
  opensBeside,
  context,
}: ButtonProps) {
  return (
    <button
      class={`button button--${kind}`}
      type={type}
      name={name}
      value={value}
      disabled={isDisabled}
      formtarget={opensBeside ? '_blank' : undefined}
      data-once={type === 'submit' && !opensBeside ? '' : undefined}
    >
      {children}
      {context && <span class="hidden"> {context}</span>}
    </button>
  )
}

type LinkButtonProps = Pick<ButtonProps, 'children' | 'kind' | 'context'> & { readonly href: string }

/** Looks like a button and goes somewhere: it changes nothing, so it is a link. */
export function LinkButton({ href, children, kind = 'primary', context }: LinkButtonProps) {
  return (
    <a class={`button button--${kind}`} href={href}>
      {children}
      {context && <span class="hidden"> {context}</span>}
    </a>
  )
}

/** Buttons side by side; under one another on a phone. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>
}
