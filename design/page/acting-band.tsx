import type { Shell } from '#platform/http'
import { useText } from '../language.tsx'
import { ACTING_PATH } from '../links.ts'

/** Đang làm thay: on every page, as long as what is done is done for somebody else. */
export function ActingBand({ shell }: { shell: Shell }) {
  const text = useText()
  if (shell.actingFor === undefined) return null
  return (
    <aside class="acting-band" aria-label={text.actingLabel}>
      <p class="wrap">
        {text.actingFor} <strong lang="vi">{shell.actingFor}</strong>.{' '}
        <a href={ACTING_PATH}>{text.actingStop}</a>
      </p>
    </aside>
  )
}
