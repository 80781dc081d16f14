import type { Lang } from '#platform/lang'
import type { Channel, Level, OnlineLevel, TimeUnit } from './procedure.ts'
import type { RevisionKind } from './revision.ts'

type Labels<Key extends string> = Readonly<Record<Lang, Readonly<Record<Key, string>>>>

export const CHANNEL_WORDS: Labels<Channel> = {
  vi: { direct: 'Trực tiếp', online: 'Trực tuyến', postal: 'Qua bưu chính' },
  en: { direct: 'In person', online: 'Online', postal: 'By post' },
}

export const LEVEL_WORDS: Labels<Level> = {
  vi: {
    ministry: 'Cấp bộ',
    province: 'Cấp tỉnh',
    district: 'Cấp huyện (trước 1/7/2025)',
    commune: 'Cấp xã',
    other: 'Cơ quan khác',
  },
  en: {
    ministry: 'Ministry',
    province: 'Province',
    district: 'District (before 1 July 2025)',
    commune: 'Commune',
    other: 'Other agency',
  },
}

export const ONLINE_WORDS: Labels<OnlineLevel> = {
  vi: {
    full: 'Trực tuyến toàn trình',
    partial: 'Trực tuyến một phần',
    information: 'Chỉ trực tiếp, bưu chính',
  },
  en: { full: 'Fully online', partial: 'Partly online', information: 'In person or by post only' },
}

export const REVISION_WORDS: Labels<RevisionKind> = {
  vi: { published: 'Công bố', amended: 'Sửa đổi, bổ sung', replaced: 'Được thay thế', abolished: 'Bãi bỏ' },
  en: { published: 'Published', amended: 'Amended', replaced: 'Replaced', abolished: 'Abolished' },
}

const UNIT_WORDS: Labels<TimeUnit> = {
  vi: { working_day: 'ngày làm việc', day: 'ngày', hour: 'giờ', month: 'tháng' },
  en: { working_day: 'working days', day: 'days', hour: 'hours', month: 'months' },
}

/** `0,5 ngày làm việc`. Without a unit the number alone would mislead: the law decides, and the words say so. */
export function timeWords(lang: Lang, value: number | undefined, unit: TimeUnit | undefined): string {
  if (value === undefined) return lang === 'vi' ? 'Theo quy định' : 'As the law provides'
  const number = String(value).replace('.', lang === 'vi' ? ',' : '.')
  if (!unit)
    return lang === 'vi'
      ? `${number} (nguồn không ghi là giờ hay ngày)`
      : `${number} (the source does not say hours or days)`
  const words = UNIT_WORDS[lang][unit]
  return `${number} ${lang === 'en' && value === 1 ? words.replace(/s$/, '') : words}`
}
