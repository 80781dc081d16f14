import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'
import { SUGGEST_PATH } from '../links.ts'

type Props = {
  readonly action: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | undefined
  /** The name of the query parameter. */
  readonly name?: string | undefined
  readonly id?: string | undefined
  /** Where suggestions come from; `false` for none. Without script the form alone does the work. */
  readonly suggest?: string | false | undefined
  readonly size?: 'normal' | 'large' | 'header' | undefined
  readonly buttonText?: string | undefined
  /** Hidden inputs that keep the filters while the words change. */
  readonly children?: ComponentChildren
}

/** Ô tìm kiếm: a form that asks with GET, so the answer has an address that can be kept and sent. */
export function SearchBox(props: Props) {
  const {
    action,
    label,
    hint,
    value,
    name = 'q',
    id = 'search',
    suggest = SUGGEST_PATH,
    size = 'normal',
  } = props
  const text = useText()
  const hintId = hint && `${id}-hint`
  return (
    // biome-ignore lint/a11y/useSemanticElements: older phones do not know <search>, and every one knows the role.
    <form class={`search search--${size}`} method="get" action={action} role="search" aria-label={label}>
      <label class={size === 'header' ? 'hidden' : 'search-label'} for={id}>
        {label}
      </label>
      {hint && (
        <p class="search-hint" id={hintId}>
          {hint}
        </p>
      )}
      <div
        class="search-row"
        data-suggest={suggest || undefined}
        data-list={text.suggestionList}
        data-none={text.suggestionNone}
        data-count={text.suggestionCount}
        data-hint={text.suggestionHint}
      >
        <input
          class="search-input"
          type="search"
          id={id}
          name={name}
          value={value}
          maxLength={200}
          autocomplete="off"
          enterkeyhint="search"
          aria-describedby={hintId}
        />
        <button class="search-button" type="submit">
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
            <circle cx="10.500" cy="10.500" r="6.500" />
            <path d="M15.500 15.500L21 21" />
          </svg>
          <span>{props.buttonText ?? text.search}</span>
        </button>
      </div>
      {props.children}
    </form>
  )
}
