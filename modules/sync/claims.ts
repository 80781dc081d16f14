import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json'
import { DAY_MS } from '#kernel/civil-date'
import type { Claim, Status } from '#register'
import { type Fault, itemReader, type WireValue } from './field.ts'
import { DOSSIER_FIELDS, NOTICE_FIELDS, PROGRESS_FIELDS } from './specs/dossier.ts'

/** Who reports, and when it arrived. */
export type Reporter = {
  /** Handle of the agency in the directory, and what it is called there. */
  readonly agency: string
  readonly agencyName: string
  /** The account, or the network, that sent it. */
  readonly id: string
  readonly arrivedAt: Date
  /** Said beside the items, where that makes the same words another report. */
  readonly way?: string | undefined
}

export type ReadClaim = {
  /** As it was sent, for the answer; empty where there was none. */
  readonly code: string
  readonly faults: readonly Fault[]
  /** Absent when there are faults. */
  readonly claim?: Claim
  /** The whole item, checked, by the guide's names. */
  readonly content?: Readonly<Record<string, unknown>>
  /** Who the dossier belongs to, as far as the item says: personal numbers, tax codes, technical ids. */
  readonly ownerIds: readonly string[]
}

const readDossier = itemReader(DOSSIER_FIELDS)
const readProgress = itemReader(PROGRESS_FIELDS)
const readNotice = itemReader(NOTICE_FIELDS)

/** Clocks of agencies run up to a day apart; what is said of a later moment is taken as of now, or nothing after it would count. */
const MOST_AHEAD_MS = DAY_MS
const UNKNOWN_IDS = new Set(['000000000', '000000001'])
const NATIONAL_CODE = /^\d\.\d{6}/

/** DongBoHoSoMC: một hồ sơ, the whole of it. */
export function readDossierItem(item: Readonly<Record<string, unknown>>, reporter: Reporter): ReadClaim {
  const { values, faults } = readDossier(item)
  const code = textIn(values, 'MaHoSo') ?? codeAsSent(item)
  if (faults.length > 0) return { code, faults, ownerIds: [] }
  const content = contentIn(values)
  const momentIn = (name: string) => momentOf(values, name)
  const finishedAt = momentIn('NgayKetThucXuLy')
  const said = ['NgayNopHoSo', 'NgayTiepNhan', 'NgayTuChoi', 'NgayKetThucXuLy', 'NgayTra'].flatMap(
    (name) => momentIn(name) ?? [],
  )
  const claimedAt = latest(said, reporter.arrivedAt)
  const status = values.get('TrangThaiHoSo') as Status | undefined
  return {
    code,
    faults,
    content,
    ownerIds: ownersIn(values),
    claim: {
      code,
      agency: reporter.agency,
      agencyName: textIn(values, 'DonViXuLy') ?? reporter.agencyName,
      act: 'synced',
      status,
      said: saidOf(item, 'TrangThaiHoSo'),
      claimedAt,
      content: {
        procedureCode: textIn(values, 'MaTTHC') ?? '',
        procedureName: textIn(values, 'TenTTHC') ?? '',
        applicant: {
          kind: ['2', '3', '4'].includes(textIn(values, 'LoaiDoiTuong') ?? '') ? 'organization' : 'person',
          name: textIn(values, 'ChuHoSo') ?? '',
        },
        submittedAt: momentIn('NgayNopHoSo'),
        receivedAt: momentIn('NgayTiepNhan'),
        dueAt: momentIn('NgayHenTra'),
        finishedAt: finishedAt ?? momentIn('NgayTuChoi'),
        returnedAt: momentIn('NgayTra'),
      },
      by: { kind: 'agency', id: reporter.id, agency: reporter.agency },
      digest: digestOf(`DongBoHoSoMC${reporter.way ?? ''}`, content),
    },
  }
}

/** CapNhatTienDoHoSoMC: một bước. The same step told again is the same: dossier, moment, content, officer. */
export function readProgressItem(item: Readonly<Record<string, unknown>>, reporter: Reporter): ReadClaim {
  const { values, faults } = readProgress(item)
  const code = textIn(values, 'MaHoSo') ?? codeAsSent(item)
  const at = momentOf(values, 'ThoiDiemXuLy')
  if (faults.length > 0 || !at) return { code, faults, ownerIds: [] }
  const officer = textIn(values, 'NguoiXuLy') ?? ''
  const text = textIn(values, 'NoiDungXuLy') ?? ''
  const post = textIn(values, 'ChucDanh') ?? textIn(values, 'PhongBanXuLy')
  return {
    code,
    faults,
    ownerIds: [],
    claim: {
      code,
      agency: reporter.agency,
      agencyName: reporter.agencyName,
      act: 'progressed',
      status: values.get('TrangThai') as Status | undefined,
      said: saidOf(item, 'TrangThai'),
      claimedAt: latest([at], reporter.arrivedAt),
      text: text || undefined,
      by: { kind: 'agency', id: reporter.id, name: officer || undefined, post, agency: reporter.agency },
      digest: digestOf('CapNhatTienDoHoSoMC', { at: at.toISOString(), text, officer }),
    },
  }
}

/** What becomes of a notice, by what clients write: 2 is accepted, 5 and (family B) 11 are refused. Numbers of this service alone. */
const NOTICE_STATUS: Readonly<Record<string, Status>> = { 2: 2, 5: 3, 11: 3 }

/** DongBoTrangThaiHoSo: thông báo khuyến mại, accepted or refused. */
export function readNoticeItem(item: Readonly<Record<string, unknown>>, reporter: Reporter): ReadClaim {
  const { values, faults } = readNotice(item)
  const code = textIn(values, 'MaHoSo') ?? codeAsSent(item)
  const said = textIn(values, 'TrangThai') ?? ''
  const status = NOTICE_STATUS[said]
  const all = [
    ...faults,
    ...(status === undefined && faults.length === 0
      ? [{ field: 'TrangThai', why: 'phải là 2, 5 hoặc 11' }]
      : []),
  ]
  if (all.length > 0) return { code, faults: all, ownerIds: [] }
  const text = textIn(values, 'NoiDung')
  const at = momentOf(values, 'ThoiDiemXuLy')
  return {
    code,
    faults: [],
    ownerIds: [],
    claim: {
      code,
      agency: reporter.agency,
      agencyName: reporter.agencyName,
      act: 'progressed',
      status,
      said,
      claimedAt: latest(at ? [at] : [], reporter.arrivedAt),
      text,
      by: { kind: 'agency', id: reporter.id, agency: reporter.agency },
      digest: digestOf('DongBoTrangThaiHoSo', { said, text: text ?? '', at: at?.toISOString() ?? '' }),
    },
  }
}

/** The national code of a procedure, without its local variant. */
export function nationalCode(procedureCode: string): string | undefined {
  return NATIONAL_CODE.exec(procedureCode)?.[0]
}

function latest(said: readonly Date[], arrivedAt: Date): Date {
  const most = arrivedAt.getTime() + MOST_AHEAD_MS
  const past = said.map((at) => at.getTime()).filter((at) => at <= most)
  return past.length > 0 ? new Date(Math.max(...past)) : arrivedAt
}

/** What was read of an item, as it is kept: moments as texts. */
export function contentIn(values: ReadonlyMap<string, WireValue>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...values].map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  )
}

function ownersIn(values: ReadonlyMap<string, WireValue>): string[] {
  const listed = values.get('DinhDanhCHS')
  const ids = (Array.isArray(listed) ? listed : []).flatMap((one: unknown) => {
    const id = typeof one === 'object' && one !== null && 'SoDinhDanh' in one ? one.SoDinhDanh : undefined
    return typeof id === 'string' ? [id.trim()] : []
  })
  const named = ['SoGiayToChuHoSo', 'MaDoiTuong'].flatMap((name) => textIn(values, name) ?? [])
  return [...new Set([...named, ...ids])].filter((id) => id !== '' && !UNKNOWN_IDS.has(id))
}

function textIn(values: ReadonlyMap<string, WireValue>, name: string): string | undefined {
  const value = values.get(name)
  return typeof value === 'string' ? value : undefined
}

function momentOf(values: ReadonlyMap<string, WireValue>, name: string): Date | undefined {
  const value = values.get(name)
  return value instanceof Date ? value : undefined
}

/** What stood there, short enough to be kept with the event. */
function saidOf(item: Readonly<Record<string, unknown>>, name: string): string {
  const key = Object.keys(item).find((one) => one.toLowerCase() === name.toLowerCase())
  const value = key === undefined ? '' : item[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 20) : ''
}

function codeAsSent(item: Readonly<Record<string, unknown>>): string {
  const key = Object.keys(item).find((one) => one.toLowerCase() === 'mahoso')
  const value = key === undefined ? undefined : item[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 64) : ''
}

/** The same for the same report, in whichever order its fields came. */
export function digestOf(service: string, content: Readonly<Record<string, unknown>>): Buffer {
  const parts = Object.keys(content)
    .sort()
    .map((name) => {
      const value = content[name]
      return `${name}=${typeof value === 'string' ? value : canonicalJson(value)}`
    })
  return createHash('sha256')
    .update(`${service}\0${parts.join('\0')}`)
    .digest()
}
