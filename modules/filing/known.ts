import type { Known } from '#forms'
import { currentOrganization, currentPerson } from '#identity'
import type { Db } from '#platform/db'

/** What the account knows about whoever files: so much less to type. */
export async function knownAbout(db: Db, owner: string): Promise<Known> {
  const person = await currentPerson(db, owner)
  if (person) {
    const { name, personalId, bornOn, gender, claims } = person
    const residence = textOf(claims['NoiOHienNay']) ?? textOf(claims['ThuongTru'])
    return {
      'account.name': name,
      ...(personalId && { 'account.personalId': personalId }),
      ...(bornOn && { 'account.bornOn': bornOn }),
      ...(gender && gender !== 'other' && { 'account.gender': gender }),
      ...contact(claims),
      ...(residence && { 'account.residence': { unit: residence } }),
    }
  }
  const organization = await currentOrganization(db, owner)
  if (!organization) return {}
  const { name, taxCode, representativeName, representativeId, claims } = organization
  return {
    'organization.name': name,
    'organization.taxCode': taxCode,
    ...(representativeName && { 'account.name': representativeName }),
    ...(representativeId && { 'account.personalId': representativeId }),
    ...contact(claims),
  }
}

function contact(claims: Readonly<Record<string, unknown>>): Known {
  const [phone, email] = [textOf(claims['SoDienThoai']), textOf(claims['ThuDienTu'])]
  return { ...(phone && { 'account.phone': phone }), ...(email && { 'account.email': email }) }
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined
}
