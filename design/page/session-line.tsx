import type { Lasting } from '#platform/html-text'
import type { Shell } from '#platform/http'
import { useLang, useText } from '../language.tsx'
import { EXTEND_PATH, SIGN_IN_PATH, SIGN_OUT_PATH } from '../links.ts'

/** What the script says, which no page shows by itself. The same on all pages of a language. */
const WordsForScript: Lasting<object> = Object.assign(
  () => <template data-words={JSON.stringify(useText().session)} />,
  { keyOf: useLang },
)

/**
 * Until when a signed-in reader stays signed in, on every page, with the way out. A script warns before that and extends with
 * one key; without it, opening any page extends.
 */
export function SessionLine({ shell }: { shell: Shell }) {
  const text = useText()
  const { session } = shell
  if (!session) return null
  return (
    <aside
      class="session-line wrap"
      aria-label={text.session.label}
      data-module="session"
      data-left={session.leftMs}
      data-address={EXTEND_PATH}
      data-sign-in={`${SIGN_IN_PATH}?ve=${encodeURIComponent(shell.path)}`}
      data-sign-out={SIGN_OUT_PATH}
    >
      <WordsForScript />
      <p>
        {text.session.until} <strong>{session.clock}</strong>.{' '}
        <a href={SIGN_OUT_PATH}>{text.session.signOut}</a>
      </p>
    </aside>
  )
}
