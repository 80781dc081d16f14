import { procedureNames } from '#catalogue'
import { ownersOf } from '#identity'
import type { Claim, ClaimOutcome } from '#register'
import { type Answer, CODES, done, type ItemAnswer, PHRASES, refused } from './answer.ts'
import type { Call, Service } from './call.ts'
import { nationalCode, type ReadClaim, type Reporter, readDossierItem, readProgressItem } from './claims.ts'
import type { Arrival } from './intake.ts'

/** More in one message is refused whole: such a client is broken, not busy. */
const MOST_ITEMS = 10_000

/** DongBoHoSoMC: dossiers as they are now, each by itself, the good ones of a message whatever the others are like. */
export const syncDossiers: Service = async (call) => {
  const items = itemsOf(call.envelope.data)
  if (typeof items === 'string') return refused(items)
  const read = await completed(
    call,
    items.map((item) => readDossierItem(item, { ...reporterOf(call), way: wayOf(call) })),
  )
  const outcomes = await keepRead(call, 'DongBoHoSoMC', read)
  return answerFor(read, outcomes, {
    existsWhen: (outcome) => call.envelope.isUpdating === false && !outcome.isNew,
    repeatsAreFine: call.account?.repeatsAreFine ?? false,
    said: call.envelope.isUpdating === true ? PHRASES.updated : PHRASES.done,
  })
}

/** CapNhatTienDoHoSoMC: steps of processing. The same step again is no new step and no mistake. */
export const syncProgress: Service = async (call) => {
  const items = itemsOf(call.envelope.data)
  if (typeof items === 'string') return refused(items)
  const read = items.map((item) => readProgressItem(item, reporterOf(call)))
  const outcomes = await keepRead(call, 'CapNhatTienDoHoSoMC', read)
  return answerFor(read, outcomes, {
    existsWhen: () => false,
    repeatsAreFine: true,
    said: PHRASES.updated,
  })
}

/** Family C asks for a supplement by "newly filed" once more, word for word as it began: only as an update is it another report. */
function wayOf({ envelope: { params, isUpdating } }: Call): string | undefined {
  return params['isupdating'] !== undefined && isUpdating === true && 'madinhdanhdv' in params
    ? ' update'
    : undefined
}

export function reporterOf({ agency, agencyName, account, madonvi, arrivedAt }: Call): Reporter {
  return { agency, agencyName, id: account?.username ?? madonvi, arrivedAt }
}

/** The items of a message: a list, or one object alone. A text says what is wrong. */
export function itemsOf(data: unknown): readonly Readonly<Record<string, unknown>>[] | string {
  const list = Array.isArray(data)
    ? (data as unknown[])
    : typeof data === 'object' && data !== null
      ? [data]
      : undefined
  if (!list) return 'Thiếu data: danh sách cần đồng bộ.'
  if (list.length > MOST_ITEMS)
    return `data có ${list.length} mục, nhiều hơn ${MOST_ITEMS}. Hãy chia thành nhiều lần gửi.`
  const wrong = list.findIndex((item) => typeof item !== 'object' || item === null || Array.isArray(item))
  if (wrong >= 0) return `data[${wrong}] phải là một đối tượng.`
  return list as readonly Readonly<Record<string, unknown>>[]
}

/** With what the portal knows: whose dossiers they are, and what their procedures are called. */
export async function completed(call: Call, read: readonly ReadClaim[]): Promise<readonly ReadClaim[]> {
  const { db } = call.services
  const codes = read.flatMap(({ claim }) => nationalCode(claim?.content?.procedureCode ?? '') ?? [])
  const [owners, names] = await Promise.all([
    ownersOf(db, [...new Set(read.flatMap(({ ownerIds }) => ownerIds))]),
    procedureNames(db, codes),
  ])
  return read.map((one): ReadClaim => {
    const { claim, ownerIds } = one
    if (!claim?.content) return one
    const { procedureCode, procedureName, applicant } = claim.content
    const national = nationalCode(procedureCode)
    if (procedureCode !== '' && (national === undefined || !names.has(national))) {
      const why = `danh mục quốc gia không có thủ tục ${procedureCode}`
      return { code: one.code, ownerIds: [], faults: [{ field: 'MaTTHC', why }] }
    }
    const owner = ownerIds.map((id) => owners.get(id)).find((account) => account !== undefined)
    const content: Claim['content'] = {
      ...claim.content,
      procedureName: procedureName || (national ? (names.get(national) ?? '') : ''),
      applicant: { ...applicant, owner },
    }
    return { ...one, claim: { ...claim, content } }
  })
}

export async function keepRead(
  call: Call,
  service: string,
  read: readonly ReadClaim[],
): Promise<ReadonlyMap<ReadClaim, ClaimOutcome>> {
  const good = read.filter(({ claim }) => claim !== undefined)
  const arrival: Arrival = {
    agency: call.agency,
    accountId: call.account?.id ?? null,
    service,
    body: call.body,
    arrivedAt: call.arrivedAt,
    items: read.length,
    faults: read.flatMap(({ code, faults }) => faults.map((fault) => ({ code, ...fault }))),
    claims: good.flatMap(({ claim }) => claim ?? []),
    contents: good.flatMap(({ claim, content }) =>
      claim && content
        ? [{ code: claim.code, agency: claim.agency, claimedAt: claim.claimedAt, content }]
        : [],
    ),
    monthly: [],
  }
  const outcomes = await call.intake.keep(arrival)
  return new Map(good.flatMap((one, at) => (outcomes[at] ? [[one, outcomes[at]] as const] : [])))
}

type Answering = {
  readonly existsWhen: (outcome: ClaimOutcome) => boolean
  readonly repeatsAreFine: boolean
  readonly said: string
}

/** One answer for all, as clients read it, and one for each. */
function answerFor(
  read: readonly ReadClaim[],
  outcomes: ReadonlyMap<ReadClaim, ClaimOutcome>,
  { existsWhen, repeatsAreFine, said }: Answering,
): Answer {
  const items = read.map((one): ItemAnswer => {
    const outcome = outcomes.get(one)
    const name = one.code || 'không có mã'
    if (!outcome) {
      const why = one.faults.map(({ field, why: what }) => `${field} ${what}`).join('; ')
      return { MaHoSo: one.code, error_code: CODES.wrong, message: `Hồ sơ ${name}: ${why}.` }
    }
    if (outcome.result === 'foreign')
      return {
        MaHoSo: one.code,
        error_code: CODES.refused,
        message: `Hồ sơ ${name} (MaHoSo) thuộc cơ quan khác.`,
      }
    if (existsWhen(outcome) && !repeatsAreFine)
      return { MaHoSo: one.code, error_code: CODES.exists, message: `Hồ sơ ${name} ${PHRASES.exists}.` }
    return { MaHoSo: one.code, error_code: CODES.done, message: said }
  })
  const bad = items.filter(({ error_code: code }) => code === CODES.wrong || code === CODES.refused)
  if (bad.length > 0) {
    const rest = items.length - bad.length
    const kept = rest > 0 ? ` Đã lưu ${rest} hồ sơ còn lại.` : ''
    const message = `${bad
      .slice(0, 5)
      .map((one) => one.message)
      .join(' ')}${bad.length > 5 ? ` Và ${bad.length - 5} hồ sơ khác.` : ''}${kept}`
    return { error_code: bad[0]?.error_code ?? CODES.wrong, message, result: items }
  }
  const known = items.filter(({ error_code: code }) => code === CODES.exists)
  if (known.length > 0 && known.length === items.length)
    return {
      error_code: CODES.exists,
      message: known
        .slice(0, 5)
        .map((one) => one.message)
        .join(' '),
      result: items,
    }
  return done(`${said}: ${items.length} hồ sơ.`, { result: items })
}
