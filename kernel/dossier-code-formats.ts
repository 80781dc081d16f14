import { asCivilDate, type CivilDate } from './civil-date.ts'

/**
 * One generation of dossier codes (mã số hồ sơ): a row, since the law changes them and old codes stay in circulation.
 * `validFrom` and `validTo` (first day no longer) say when codes of this kind are issued, not when they may be read.
 */
export type DossierCodeFormat = {
  readonly id: string
  readonly agency: 'v1' | 'v2'
  /** Reception date in the code; `none` where what follows the agency is a number of somebody's own making. */
  readonly day: 'yyMMdd' | 'yyyyMMdd' | 'none'
  /** Digits of the sequence that are read. */
  readonly sequence: { readonly least: number; readonly most: number }
  /** Digits of the sequence that this installation may issue; absent where somebody else issues. */
  readonly issued?: { readonly least: number; readonly most: number }
  readonly validFrom: CivilDate
  readonly validTo?: CivilDate
  readonly example: string
  readonly basis: string
}

/**
 * The generations seen so far. The dates of the newer ones are assumed from samples: the text of Thông tư
 * 03/2025/TT-VPCP on codes is not known to this project. Another list may be given wherever this one is used.
 */
export const DOSSIER_CODE_FORMATS: readonly DossierCodeFormat[] = [
  {
    id: 'v1',
    agency: 'v1',
    day: 'yyMMdd',
    sequence: { least: 4, most: 12 },
    issued: { least: 4, most: 12 },
    validFrom: asCivilDate('2018-06-21'),
    validTo: asCivilDate('2025-07-01'),
    example: '000.00.00.H29-200520-0001',
    basis: 'Thông tư 01/2018/TT-VPCP, Điều 19; the last day is assumed',
  },
  {
    id: 'v2',
    agency: 'v2',
    day: 'yyMMdd',
    sequence: { least: 4, most: 7 },
    issued: { least: 4, most: 5 },
    validFrom: asCivilDate('2022-01-01'),
    example: 'H56.14-240715-0001',
    basis: 'Samples of codes with the agency code of Quyết định 20/2020/QĐ-TTg; the first day is assumed',
  },
  {
    id: 'platform-2026',
    agency: 'v2',
    day: 'yyyyMMdd',
    sequence: { least: 4, most: 7 },
    validFrom: asCivilDate('2026-01-01'),
    example: 'G09.20-20260609-0092637',
    basis: 'Samples of codes that the national platform issues centrally; the first day is assumed',
  },
  {
    id: 'adapter',
    agency: 'v1',
    day: 'none',
    sequence: { least: 1, most: 50 },
    validFrom: asCivilDate('2018-06-21'),
    example: '000.00.01.H22-1A2B3C',
    basis: 'Samples of codes whose number was made by the relay between an agency and the portal',
  },
]
