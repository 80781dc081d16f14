import type { ComponentChildren } from 'preact'

/** `state`: the state has acted. `good`, `due`, `late`: clocks. `info`: a fact worth seeing. `neutral`: a kind. */
export type Tone = 'neutral' | 'info' | 'state' | 'good' | 'due' | 'late'

/** One or two words about a thing. The words carry the meaning, the colour only repeats it. */
export function Tag({ children, tone = 'neutral' }: { children: ComponentChildren; tone?: Tone }) {
  return <strong class={`tag tag--${tone}`}>{children}</strong>
}
