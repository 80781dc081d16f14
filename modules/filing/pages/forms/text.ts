import type { Words } from '#platform/lang'

const vi = {
  title: 'Biểu mẫu điện tử',
  lead: 'Mỗi lần lưu tạo một phiên bản mới. Hồ sơ đã nộp vẫn đọc theo phiên bản lúc nộp.',
  columns: { id: 'Biểu mẫu', procedure: 'Thủ tục', version: 'Phiên bản', stored: 'Lưu lúc' },
  new: 'Thêm biểu mẫu',
  edit: 'Sửa biểu mẫu',
  json: 'Nội dung (JSON)',
  jsonHint: 'Sửa ở đây, hoặc dán tệp đã xuất. Xem trước rồi mới lưu.',
  note: 'Lý do sửa',
  preview: 'Xem trước và so sánh',
  save: 'Lưu phiên bản mới',
  export: 'Xuất JSON',
  mistakes: 'Chưa dùng được: còn chỗ sai',
  changes: 'So với phiên bản đang dùng',
  same: 'Không khác gì phiên bản đang dùng.',
  what: { added: 'thêm', removed: 'bỏ', changed: 'sửa' },
  shown: 'Xem trước',
  saved: (version: number) => `Đã lưu phiên bản ${version}.`,
  idFixed: 'Tên biểu mẫu (id) không đổi được; hãy tạo biểu mẫu mới.',
}

const en: typeof vi = {
  title: 'E-forms',
  lead: 'Each saving makes a new version. Dossiers that were filed are read with the version of their day.',
  columns: { id: 'Form', procedure: 'Procedure', version: 'Version', stored: 'Stored' },
  new: 'Add a form',
  edit: 'Edit the form',
  json: 'Content (JSON)',
  jsonHint: 'Edit here, or paste what was exported. Look at the preview before you save.',
  note: 'Why it is changed',
  preview: 'Preview and compare',
  save: 'Save a new version',
  export: 'Export JSON',
  mistakes: 'It cannot be used yet: there are mistakes',
  changes: 'Compared with the version in use',
  same: 'Nothing differs from the version in use.',
  what: { added: 'added', removed: 'removed', changed: 'changed' },
  shown: 'Preview',
  saved: (version) => `Version ${version} was saved.`,
  idFixed: 'The name of a form (id) stays; make a new form instead.',
}

export const words: Words<typeof vi> = { vi, en }
