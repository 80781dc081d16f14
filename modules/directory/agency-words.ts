import type { Lang } from '#platform/lang'
import type { AgencyBrief, AgencyKind, AgencyLevel, AgencyStatus } from './agency.ts'

type Labels<Key extends string> = Readonly<Record<Lang, Readonly<Record<Key, string>>>>

export const KIND_WORDS: Labels<AgencyKind> = {
  vi: {
    ministry: 'Bộ',
    ministerial_body: 'Cơ quan ngang bộ',
    government_body: 'Cơ quan thuộc Chính phủ',
    joint_council: 'Ủy ban, hội đồng liên ngành',
    provincial_committee: 'Ủy ban nhân dân cấp tỉnh',
    department: 'Cơ quan chuyên môn cấp tỉnh',
    service_centre: 'Trung tâm Phục vụ hành chính công',
    commune_committee: 'Ủy ban nhân dân cấp xã',
  },
  en: {
    ministry: 'Ministry',
    ministerial_body: 'Ministerial-level agency',
    government_body: 'Government agency',
    joint_council: 'Inter-ministerial council',
    provincial_committee: 'Provincial people’s committee',
    department: 'Provincial department',
    service_centre: 'Public service centre',
    commune_committee: 'Commune people’s committee',
  },
}

export const AGENCY_LEVEL_WORDS: Labels<AgencyLevel> = {
  vi: { ministry: 'Trung ương', province: 'Cấp tỉnh', commune: 'Cấp xã' },
  en: { ministry: 'Central', province: 'Province', commune: 'Commune' },
}

export const STATUS_WORDS: Labels<AgencyStatus> = {
  vi: { current: 'Đang hoạt động', dissolved: 'Đã kết thúc hoạt động' },
  en: { current: 'Working', dissolved: 'No longer there' },
}

/** The name in the language of the page. */
export function nameIn(lang: Lang, { name, nameEn }: Pick<AgencyBrief, 'name' | 'nameEn'>): string {
  return lang === 'vi' ? name : nameEn
}
