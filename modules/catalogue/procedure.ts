import type { CivilDate } from '#kernel/civil-date'

/** Kênh thực hiện: the ways to hand a dossier in. */
export const CHANNELS = ['direct', 'online', 'postal'] as const
export type Channel = (typeof CHANNELS)[number]

/** Đơn vị thời hạn. Absent in a time limit means "as the law says" (theo quy định): never guessed. */
export const TIME_UNITS = ['working_day', 'day', 'hour', 'month'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** Cấp thực hiện. `district` stays valid for revisions from before 1/7/2025. */
export const LEVELS = ['ministry', 'province', 'district', 'commune', 'other'] as const
export type Level = (typeof LEVELS)[number]

/** Mức độ dịch vụ công trực tuyến: toàn trình, một phần, chỉ cung cấp thông tin (Nghị định 42/2022). */
export const ONLINE_LEVELS = ['full', 'partial', 'information'] as const
export type OnlineLevel = (typeof ONLINE_LEVELS)[number]

export type Named = { readonly code?: string; readonly name: string }

/** Phí, lệ phí of one time variant. `free` with a note often means "set by the provincial council": read the note. */
export type Fee = {
  readonly kind: 'amount' | 'free' | 'unknown'
  readonly code?: string
  readonly amountDong?: number
  readonly note?: string
  /** The source typed an amount that cannot be (such as "135 đồng"): shown with a warning, never computed with. */
  readonly isSuspect?: boolean
}

export type TimeVariant = {
  readonly value?: number
  readonly unit?: TimeUnit
  readonly note?: string
  readonly fees: readonly Fee[]
}

/** Cách thức thực hiện: one channel with its time limits, each with its fees. */
export type Method = { readonly channel: Channel; readonly times: readonly TimeVariant[] }

export type Form = { readonly id?: string; readonly name: string; readonly url?: string }

/** Thành phần hồ sơ. 0 originals and 0 copies: a note among the papers, nothing to hand in. */
export type Component = {
  readonly code?: string
  readonly name: string
  readonly originals: number
  readonly copies: number
  readonly forms: readonly Form[]
  /** Codes of results that the state already holds and that replace this paper (MA_KQ_THAYTHE). */
  readonly replacementResults: readonly string[]
}

/** Trường hợp: a variant of the procedure with its own papers. */
export type Case = {
  readonly name?: string
  readonly components: readonly Component[]
  readonly note?: string
}

export type Step = { readonly case?: string; readonly text: string }

export type Result = { readonly code?: string; readonly name: string; readonly form?: Form }

export type LegalBasis = {
  readonly number?: string
  readonly name?: string
  readonly issuer?: string
  readonly issuedOn?: CivilDate
  readonly effectiveOn?: CivilDate
  readonly url?: string
}

/** Nội dung của một thủ tục as one decision made it public. It never changes: a new decision makes a new revision. */
export type ProcedureContent = {
  readonly name: string
  /** One or two sentences of our own about what this is for; absent in imported records. */
  readonly summary?: string
  readonly field: Named
  readonly levels: readonly Level[]
  /** Loại thủ tục (LOAITTHC) as the source words it. */
  readonly kind?: string
  readonly owner: Named
  readonly subjects: readonly Named[]
  readonly onlineLevel: OnlineLevel
  readonly executingAgencies: readonly Named[]
  readonly competentAgencies: readonly Named[]
  readonly authorizedAgencies: readonly Named[]
  readonly coordinatingAgencies: readonly Named[]
  readonly receivingAddress?: string
  readonly requirements?: string
  readonly steps: readonly Step[]
  readonly methods: readonly Method[]
  readonly cases: readonly Case[]
  readonly results: readonly Result[]
  readonly legalBases: readonly LegalBasis[]
  readonly keywords: readonly string[]
  /** Codes of related (liên quan) and linked (liên thông) procedures. */
  readonly related: readonly string[]
  readonly linked: readonly string[]
  /** Between agencies only (thủ tục nội bộ): never offered to citizens. */
  readonly isInternal: boolean
}
