import type { Shell } from '#platform/http'
import { LANGS, type Lang } from '#platform/lang'
import { useText } from '../language.tsx'

const SHORT: Readonly<Record<Lang, string>> = { vi: 'VI', en: 'EN' }
const NAMES: Readonly<Record<Lang, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** The same page in the other language: the place and the answers in the query stay. */
export function LanguageSwitch({ shell }: { shell: Shell }) {
  const text = useText()
  return (
    <nav class="language" aria-label={text.language}>
      {LANGS.map((lang) =>
        lang === shell.lang ? (
          <span key={lang} class="language-here" aria-current="true" lang={lang}>
            {NAMES[lang]}
          </span>
        ) : (
          <a
            key={lang}
            href={inLanguage(shell.path, lang)}
            lang={lang}
            hreflang={lang}
            rel="alternate nofollow"
          >
            <span class="language-full">{NAMES[lang]}</span>
            <span class="language-short" aria-hidden="true">
              {SHORT[lang]}
            </span>
          </a>
        ),
      )}
    </nav>
  )
}

function inLanguage(path: string, lang: Lang): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`
}
