import type { CivilDate } from '#kernel/civil-date'
import type {
  Case,
  Channel,
  Component,
  Fee,
  Form,
  LegalBasis,
  Level,
  Method,
  Named,
  ProcedureContent,
  Result,
  Step,
  TimeUnit,
  TimeVariant,
} from '../procedure.ts'
import type { ProcedureRecord, RevisionKind } from '../revision.ts'
import {
  compact,
  countOf,
  decimalOf,
  field,
  linesOf,
  paragraphOf,
  type Raw,
  recordsOf,
  textOf,
} from './fields.ts'
import { casesWithTitles, isInternalCode, onlineLevelOf } from './shapes.ts'

const CHANNELS: Readonly<Record<string, Channel>> = { 1: 'direct', 2: 'online', 3: 'postal' }
const LEVELS: Readonly<Record<string, Level>> = {
  0: 'ministry',
  1: 'province',
  2: 'district',
  3: 'commune',
  4: 'other',
}
const PUBLIC = '1'

/** Is this a row of `result` as the national service `LayThuTuc` answers it? */
export function isLayThuTuc(raw: Raw): boolean {
  return textOf(field(raw, 'MATTHC')) !== undefined
}

/** Reads a procedure in the shape of the national catalogue service: keys upper-case, all values strings. */
export function fromLayThuTuc(raw: Raw): ProcedureRecord {
  const code = textOf(field(raw, 'MATTHC')) ?? ''
  const methods = recordsOf(field(raw, 'CACHTHUCTHUCHIEN')).flatMap(methodOf)
  const status = textOf(field(raw, 'TRANGTHAI'))
  const content: ProcedureContent = compact({
    name: textOf(field(raw, 'TENTTHC')) ?? '',
    summary: paragraphOf(field(raw, 'MOTA')),
    field: named(recordsOf(field(raw, 'LINHVUCTHUCHIEN'))[0], 'MALINHVUC', 'TENLINHVUC') ?? {
      name: 'Lĩnh vực khác',
    },
    levels: recordsOf(field(raw, 'CAPTHUCHIEN'))
      .map((row) => LEVELS[textOf(field(row, 'CAPTHUCHIEN')) ?? ''])
      .filter((level) => level !== undefined),
    kind: textOf(field(raw, 'LOAITTHC')),
    owner: ownerOf(raw),
    subjects: allNamed(raw, 'DOITUONGTHUCHIEN', 'MADOITUONG', 'TENDOITUONG'),
    onlineLevel: onlineLevelOf(methods),
    executingAgencies: allNamed(raw, 'COQUANTHUCHIEN', 'MADONVI', 'TENDONVI'),
    competentAgencies: allNamed(raw, 'COQUANCOTHAMQUYEN', 'MADONVI', 'TENDONVI'),
    authorizedAgencies: allNamed(raw, 'COQUANDUOCUYQUYEN', 'MADONVI', 'TENDONVI'),
    coordinatingAgencies: allNamed(raw, 'COQUANPHOIHOP', 'MADONVI', 'TENDONVI'),
    receivingAddress: textOf(field(raw, 'DIACHITIEPNHAN')),
    requirements: paragraphOf(field(raw, 'YEUCAU')),
    steps: recordsOf(field(raw, 'TRINHTUTHUCHIEN')).flatMap(stepsOf),
    methods,
    cases: casesWithTitles(recordsOf(field(raw, 'THANHPHANHOSO')).map(caseOf)),
    results: recordsOf(field(raw, 'KETQUATHUCHIEN')).flatMap(resultOf),
    legalBases: recordsOf(field(raw, 'CANCUPHAPLY')).map(legalBasisOf),
    keywords: (textOf(field(raw, 'TUKHOA')) ?? '')
      .split(/[;,]/)
      .map((word) => word.trim())
      .filter(Boolean),
    related: codesOf(field(raw, 'TTHCLIENQUAN')),
    linked: codesOf(field(raw, 'TTHCLIENTHONG')),
    isInternal: isInternalCode(code),
  })
  const kind: { kind?: RevisionKind } = status !== undefined && status !== PUBLIC ? { kind: 'abolished' } : {}
  const number = textOf(field(raw, 'QUYETDINH'))
  return { code, ...kind, decision: number ? { number } : {}, content }
}

function ownerOf(raw: Raw): Named {
  const code = textOf(field(raw, 'MACOQUANCONGBO'))
  return compact({
    code,
    name: textOf(field(raw, 'COQUANCONGBO', 'TENCOQUANCONGBO')) ?? code ?? 'Cơ quan khác',
  })
}

function methodOf(row: Raw): Method[] {
  const channel = CHANNELS[textOf(field(row, 'KENH')) ?? '']
  return channel ? [{ channel, times: recordsOf(field(row, 'THOIGIAN')).map(timeOf) }] : []
}

function timeOf(row: Raw): TimeVariant {
  return compact({
    value: decimalOf(field(row, 'THOIGIANGIAIQUYET')),
    unit: unitOf(textOf(field(row, 'DONVITINH'))),
    note: paragraphOf(field(row, 'MOTA')),
    fees: recordsOf(field(row, 'PHILEPHI')).map(feeOf),
  })
}

/** The unit is words ("Ngày làm việc") in some messages and a name (WORKING_DAY) in others. */
function unitOf(text: string | undefined): TimeUnit | undefined {
  if (!text) return undefined
  if (/làm việc|working_day/i.test(text) && !/giờ/i.test(text)) return 'working_day'
  if (/giờ|hour/i.test(text)) return 'hour'
  if (/tháng|month/i.test(text)) return 'month'
  return /ngày|day/i.test(text) ? 'day' : undefined
}

function feeOf(row: Raw): Fee {
  const text = textOf(field(row, 'SOTIEN'))
  const amount =
    text && /^\d{1,3}([.,]\d{3})*$|^\d+$/.test(text) ? Number(text.replace(/[.,]/g, '')) : undefined
  const rest = { code: textOf(field(row, 'MAPHILEPHI')), note: paragraphOf(field(row, 'MOTA')) }
  if (amount === undefined) return compact({ kind: 'unknown' as const, ...rest })
  if (amount === 0) return compact({ kind: 'free' as const, ...rest })
  // Amounts below 1,000 đồng are thousands typed short: shown with a warning, never computed with.
  return compact({
    kind: 'amount' as const,
    amountDong: amount,
    isSuspect: amount < 1_000 ? true : undefined,
    ...rest,
  })
}

function stepsOf(row: Raw): Step[] {
  const name = textOf(field(row, 'TRUONGHOP'))
  const rows = recordsOf(field(row, 'TRINHTU'))
  return rows
    .flatMap((step) => linesOf(field(step, 'TENTRINHTU')))
    .map((text) => (name ? { case: name, text } : { text }))
}

function caseOf(row: Raw): Case {
  return compact({
    name: textOf(field(row, 'TRUONGHOP')),
    components: recordsOf(field(row, 'GIAYTO')).flatMap(componentOf),
  })
}

function componentOf(row: Raw): Component[] {
  const name = textOf(field(row, 'TENGIAYTO'))
  if (!name) return []
  const replacement = textOf(field(row, 'MA_KQ_THAYTHE', 'MaKetQuaThayThe'))
  return [
    compact({
      code: textOf(field(row, 'MAGIAYTO')),
      name,
      originals: countOf(field(row, 'SOBANCHINH')),
      copies: countOf(field(row, 'SOBANSAO')),
      forms: formOf(row, 'TENMAUDON'),
      replacementResults: replacement ? replacement.split(/[;,]\s*/) : [],
    }),
  ]
}

function resultOf(row: Raw): Result[] {
  const name = textOf(field(row, 'TENKETQUA'))
  return name ? [compact({ code: textOf(field(row, 'MAKETQUA')), name, form: formOf(row, 'TENTEP')[0] })] : []
}

function formOf(row: Raw, nameKey: string): Form[] {
  const url = textOf(field(row, 'URL'))
  const name = textOf(field(row, nameKey)) ?? url
  return name ? [compact({ name, url })] : []
}

function legalBasisOf(row: Raw): LegalBasis {
  return compact({
    number: textOf(field(row, 'SOVANBAN')),
    name: textOf(field(row, 'TENVANBAN')),
    issuer: textOf(field(row, 'COQUANBANHANH')),
    issuedOn: dayOf(textOf(field(row, 'NGAYBANHANH'))),
    effectiveOn: dayOf(textOf(field(row, 'NGAYHIEULUC'))),
    url: textOf(field(row, 'DIACHITRUYCAP')),
  })
}

/** Seen as 05/08/2020, 2020-08-05 and 20200805, with or without a time behind. */
function dayOf(text: string | undefined): CivilDate | undefined {
  const [, d, m, y] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(text ?? '') ?? []
  const [, y2, m2, d2] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? '') ?? []
  if (d && m && y) return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` as CivilDate
  return y2 ? (`${y2}-${m2}-${d2}` as CivilDate) : undefined
}

function named(row: Raw | undefined, codeKey: string, nameKey: string): Named | undefined {
  const name = row && textOf(field(row, nameKey))
  return row && name ? compact({ code: textOf(field(row, codeKey)), name }) : undefined
}

function allNamed(raw: Raw, list: string, codeKey: string, nameKey: string): Named[] {
  return recordsOf(field(raw, list))
    .map((row) => named(row, codeKey, nameKey))
    .filter((item) => item !== undefined)
}

function codesOf(value: unknown): string[] {
  return recordsOf(value)
    .map((row) => textOf(field(row, 'MATTHC')))
    .filter((code) => code !== undefined)
}
