import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'

type Props = {
  readonly kind?: 'info' | 'success' | 'warning' | 'error' | undefined
  readonly title?: string | undefined
  /** Said aloud at once: only for the answer to what the person just did. */
  readonly isAnswer?: boolean | undefined
  readonly children?: ComponentChildren
}

/** Something to know before going on. The kind is said in words as well as in colour. */
export function Notice({ kind = 'info', title, isAnswer = false, children }: Props) {
  const text = useText()
  return (
    <div
      class={`notice notice--${kind}`}
      role={isAnswer ? (kind === 'error' ? 'alert' : 'status') : undefined}
    >
      <p class="notice-title">{title ?? text.notice[kind]}</p>
      {children}
    </div>
  )
}
