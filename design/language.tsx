import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang } from '#platform/lang'
import { type DesignText, words } from './text.ts'

const Language = createContext<Lang>('vi')

/** Everything inside speaks `lang`. `Layout` sets it, so a page need not hand the language to each field. */
export function Speaks({ lang, children }: { lang: Lang; children: ComponentChildren }) {
  return <Language.Provider value={lang}>{children}</Language.Provider>
}

/** The components' own words in the language of the page around them. */
export function useText(): DesignText {
  return words[useContext(Language)]
}
