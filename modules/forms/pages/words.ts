import type { Words } from '#platform/lang'

const vi = {
  yes: 'Có',
  no: 'Không',
  unit: 'Xã, phường và tỉnh, thành phố',
  unitHint: 'Ví dụ: Phường Cầu Giấy, Hà Nội. Tên trước ngày 1/7/2025 cũng được.',
  street: 'Số nhà, đường, thôn, tổ dân phố',
  offers: 'Có phải là',
  partialHint: 'Không nhớ ngày hoặc tháng thì để trống.',
  add: (item: string) => `Thêm ${item}`,
  remove: 'Bỏ',
  item: (item: string, number: number) => `${item} ${number}`,
  fromAccount: 'Lấy từ tài khoản định danh của bạn. Sai thì sửa ở đây.',
  fromEarlier: 'Lấy từ hồ sơ bạn đã nộp. Sai thì sửa ở đây.',
  noAnswer: 'Không có',
  declared: 'Đã cam đoan',
  files: (count: number) => `${count} tệp`,
  noFiles: 'Chưa có tệp nào',
  currency: '₫',
}

const en: typeof vi = {
  yes: 'Yes',
  no: 'No',
  unit: 'Commune and province',
  unitHint: 'For example: Phường Cầu Giấy, Hà Nội. Names from before 1/7/2025 will do.',
  street: 'House number, street, hamlet',
  offers: 'Did you mean',
  partialHint: 'Leave day or month empty when they are not known.',
  add: (item) => `Add ${item}`,
  remove: 'Remove',
  item: (item, number) => `${item} ${number}`,
  fromAccount: 'From your identification account. Correct it here if it is wrong.',
  fromEarlier: 'From a dossier that you filed. Correct it here if it is wrong.',
  noAnswer: 'None',
  declared: 'Declared',
  files: (count) => (count === 1 ? '1 file' : `${count} files`),
  noFiles: 'No files yet',
  currency: '₫',
}

export type FormWords = typeof vi
export const formWords: Words<FormWords> = { vi, en }
