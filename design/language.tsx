import type { ComponentChildren } from 'preact'
import type { Surrounding } from '#platform/html-text'
import type { Lang } from '#platform/lang'
import { type DesignText, words } from './text.ts'

type Props = { readonly lang: Lang; readonly children: ComponentChildren }

/** The language of what is being rendered just now. */
let spoken: Lang = 'vi'

/** Everything inside speaks `lang`. `Layout` sets it, so a page need not hand the language to each field. */
export const Speaks: Surrounding<Props> = Object.assign(({ children }: Props) => <>{children}</>, {
  surround({ lang }: Props, render: () => void): void {
    const outer = spoken
    spoken = lang
    try {
      render()
    } finally {
      spoken = outer
    }
  },
})

/** The components' own words in the language of the page around them. */
export function useText(): DesignText {
  return words[spoken]
}

/** The language of the page around a component, where its words alone do not do. */
export function useLang(): Lang {
  return spoken
}
