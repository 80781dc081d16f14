import type { Words } from '#platform/lang'

const vi = {
  title: 'Chất lượng kết nối của các cơ quan',
  lead: 'Hệ thống của mỗi cơ quan báo hồ sơ về sổ quốc gia nhanh và đúng đến đâu, trong 30 ngày qua.',
  none: 'Chưa cơ quan nào gửi dữ liệu',
  noneText: 'Khi hệ thống của một cơ quan gửi hồ sơ đầu tiên, cơ quan đó hiện ở đây.',
  reference: 'Tài liệu kết nối cho hệ thống của cơ quan',
  data: 'Dữ liệu mở',
  columns: {
    agency: 'Cơ quan',
    last: 'Lần gửi gần nhất',
    items: 'Mục đã gửi',
    lag: 'Độ trễ trung bình',
    refused: 'Bị từ chối',
    irregular: 'Sai trình tự',
    repeated: 'Gửi lặp',
    late: 'Đến muộn',
  },
  freshness: { fresh: 'đang kết nối', slow: 'chậm', silent: 'im lặng' },
  hours: (count: string) => `${count} giờ`,
  unknown: 'chưa có',
  meaning:
    'Độ trễ: từ lúc việc xảy ra theo cơ quan đến lúc sổ nhận được. Sai trình tự: trạng thái nhảy không theo quy định, vẫn ghi và đánh dấu. Đến muộn: nói về lúc trước điều đã biết.',
}

const en: typeof vi = {
  title: 'How well agencies are connected',
  lead: 'How fast and how rightly the system of each agency reports its dossiers, over the last 30 days.',
  none: 'No agency has sent anything yet',
  noneText: 'When the system of an agency sends its first dossier, the agency stands here.',
  reference: 'Reference for the systems of agencies',
  data: 'Open data',
  columns: {
    agency: 'Agency',
    last: 'Last message',
    items: 'Items sent',
    lag: 'Average delay',
    refused: 'Refused',
    irregular: 'Out of order',
    repeated: 'Repeated',
    late: 'Late',
  },
  freshness: { fresh: 'connected', slow: 'slow', silent: 'silent' },
  hours: (count) => `${count} hours`,
  unknown: 'none yet',
  meaning:
    'Delay: from when something happened, as the agency says, to when the register learned of it. Out of order: a status jumped as the law does not foresee; recorded and flagged. Late: about a moment before what was known.',
}

export type FeedsText = typeof vi
export const words: Words<FeedsText> = { vi, en }
