import { Summary } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import type { Organization, Person } from '../../account.ts'
import { CLAIM_NAMES } from '../../vneid-claims.ts'
import { claimLabel, claimText } from './claims.ts'
import { words } from './text.ts'

/** What the portal knows about an account, where it came from and when. */
export function AccountData({ holder, lang }: { holder: Person | Organization; lang: Lang }) {
  const rows = CLAIM_NAMES.filter((name) => holder.claims[name] !== undefined).map((name) => ({
    key: claimLabel(name, lang),
    value: claimText(name, holder.claims[name], lang),
  }))
  return (
    <>
      <Summary rows={rows} />
      <p class="quiet">{words[lang].sourceLine(formatMoment(holder.claimsAt))}</p>
    </>
  )
}
