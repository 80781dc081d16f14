import { listAgencies } from '#directory'
import { CENTRE, invitationPath, inviteFromMachine, type MachineInvitation } from '#identity'
import { civilDate } from '#kernel/civil-date'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'

export type DemoOfficial = { readonly who: string; readonly link: string }

type Person = Pick<MachineInvitation, 'name' | 'email' | 'title' | 'role'> & { readonly who: string }

const PROVINCE = 'H21'
const ADMINISTRATOR: Person = {
  who: 'Administrator, centre',
  name: 'Trịnh Bảo Khê',
  email: 'khe.trinh@trungtam.example',
  title: 'Quản trị hệ thống',
  role: 'administrator',
}
const OF_PROVINCE: Person = {
  who: 'Administrator, province',
  name: 'Siu Hoài Thương',
  email: 'thuong.siu@tinh.example',
  title: 'Quản trị của tỉnh',
  role: 'administrator',
}
const OF_COMMUNE: Person = {
  who: 'One-stop officer, commune',
  name: 'Phan Thị Mận',
  email: 'man.phan@xa.example',
  title: 'Công chức một cửa',
  role: 'officer',
}

/**
 * Invented officials for a demonstration, each with a link that opens once. Nobody has a password that could be known: not
 * even here. Only with the database that the portal itself has started, so that no link is ever printed on a real one.
 */
export async function inviteDemoOfficials(
  db: Database,
  { seedsDemo, databaseUrl, publicUrl }: Pick<Config, 'seedsDemo' | 'databaseUrl' | 'publicUrl'>,
  now: Date,
): Promise<readonly DemoOfficial[]> {
  if (!seedsDemo || databaseUrl !== undefined) return []
  const { agencies } = await listAgencies(
    db,
    { parent: PROVINCE, kinds: ['commune_committee'], status: 'current', limit: 1 },
    civilDate(now),
  )
  const commune = agencies[0]?.handle ?? PROVINCE
  const places = [
    [ADMINISTRATOR, CENTRE],
    [OF_PROVINCE, PROVINCE],
    [OF_COMMUNE, commune],
  ] as const
  const invited: DemoOfficial[] = []
  for (const [{ who, ...person }, agency] of places) {
    const token = await inviteFromMachine(db, {
      ...person,
      agency,
      now,
      resets: false,
      reason: 'Dữ liệu trình diễn',
    })
    if (token) invited.push({ who, link: `${publicUrl}${invitationPath(token)}` })
  }
  return invited
}
