import { Summary } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Lang } from '#platform/lang'
import type { Agency } from '../../agency.ts'
import { OfficeHours } from './office-hours.tsx'
import { words } from './text.ts'

type Props = {
  readonly agency: Agency
  readonly calendar: WorkCalendar | undefined
  readonly today: CivilDate
  readonly lang: Lang
}

/** Liên hệ: how to reach the agency, and where its dossiers are handed in. What is not known is said, not left out. */
export function Contacts({ agency, calendar, today, lang }: Props) {
  const text = words[lang]
  const { address, phone, email, website } = agency.contact
  const rows = [
    ...(address ? [{ key: text.address, value: <span lang="vi">{address}</span> }] : []),
    ...(phone
      ? [{ key: text.phone, value: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> }]
      : []),
    ...(email ? [{ key: text.email, value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(website
      ? [{ key: text.website, value: <a href={website}>{website.replace(/^https?:\/\//, '')}</a> }]
      : []),
  ]
  return (
    <>
      <h2>{text.contact}</h2>
      {rows.length > 0 ? <Summary rows={rows} /> : <p>{text.noContact}</p>}
      {calendar && <OfficeHours calendar={calendar} today={today} lang={lang} />}
      <Desk agency={agency} lang={lang} />
    </>
  )
}

function Desk({ agency, lang }: { agency: Agency; lang: Lang }) {
  const text = words[lang]
  if (agency.status === 'dissolved' || agency.level === 'ministry') return null
  return (
    <>
      <h2>{text.desk}</h2>
      <p>{agency.level === 'commune' ? text.deskOfCommune : text.deskOfProvince}</p>
    </>
  )
}
