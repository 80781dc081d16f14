import { type ComponentChildren, toChildArray } from 'preact'

/** Equal things side by side, as many as fit. Each child is an item of a list. */
export function Grid({
  children,
  size = 'normal',
}: {
  children: ComponentChildren
  size?: 'normal' | 'small'
}) {
  return (
    <ul class={`grid grid--${size}`}>
      {toChildArray(children).map((child, at) => (
        <li key={at}>{child}</li>
      ))}
    </ul>
  )
}
