import { agencyAddress, agencyNameIn, type Contact, type NamedAgency } from '#directory'
import type { Lang } from '#platform/lang'
import { words } from './text.ts'

/** Hỏi ai: the working agency behind the code, with what is known of how to reach it. */
export function WhoToAsk({ named, lang }: { named: NamedAgency | undefined; lang: Lang }) {
  const text = words[lang]
  const agency = named?.toAsk
  return (
    <>
      <h2>{text.ask}</h2>
      <p>
        {agency ? text.askAgency : text.askReceipt}{' '}
        {agency && <a href={agencyAddress(agency.handle)}>{agencyNameIn(lang, agency)}</a>}
      </p>
      {agency && <HowToReach contact={agency.contact} lang={lang} />}
      <p>
        <a href="/co-quan">{text.find}</a>
      </p>
    </>
  )
}

function HowToReach({ contact, lang }: { contact: Contact; lang: Lang }) {
  const text = words[lang]
  const { address, phone, email, website } = contact
  const lines = [
    address && `${text.address}: ${address}`,
    phone && `${text.phone}: ${phone}`,
    email && `${text.email}: ${email}`,
    website && `${text.website}: ${website}`,
  ].filter((line) => line !== undefined)
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {!phone && <p class="quiet">{text.noContact}</p>}
    </>
  )
}
