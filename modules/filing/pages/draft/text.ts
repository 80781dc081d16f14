import type { Words } from '#platform/lang'

const vi = {
  title: 'Soạn hồ sơ',
  mine: 'Hồ sơ của tôi',
  to: 'Gửi đến',
  saved: (when: string) => `Đã lưu lúc ${when}`,
  parts: 'Các phần của hồ sơ',
  check: 'Kiểm tra và nộp',
  checkTitle: 'Kiểm tra hồ sơ trước khi nộp',
  checkLead: 'Xem lại từng câu trả lời. Bấm “Thay đổi” để sửa.',
  wrong: (count: number) => `Còn ${count} chỗ thiếu hoặc sai. Bấm vào từng dòng để sửa.`,
  submit: 'Nộp hồ sơ',
  submitHint:
    'Sau khi nộp, bạn nhận được mã hồ sơ và biên nhận. Cơ quan xem xét tiếp nhận trong 8 giờ làm việc.',
  next: 'Lưu và tiếp tục',
  back: 'Quay lại danh sách việc',
  list: 'Danh sách việc',
  changed:
    'Biểu mẫu của thủ tục đã được cập nhật từ lần bạn soạn trước. Câu trả lời của bạn được giữ; hãy xem lại từng phần.',
  delete: 'Xóa hồ sơ đang soạn',
  deleted: 'Đã xóa hồ sơ đang soạn.',
  undo: 'Khôi phục',
  files: 'Tệp đã chọn',
  removeFile: 'Bỏ tệp',
  upload: 'Tải tệp lên',
  noFiles: 'Chưa có tệp nào.',
  duplicate: (name: string) => `Tệp “${name}” đã có trong mục này nên không thêm lần nữa.`,
  scanning: 'đang quét mã độc',
  blocked: 'đã bị chặn vì có mã độc',
  autosaved: 'Câu trả lời được lưu khi bạn bấm “Lưu và tiếp tục”.',
  optionalPart: 'không bắt buộc',
}

const en: typeof vi = {
  title: 'Draft',
  mine: 'My dossiers',
  to: 'Addressed to',
  saved: (when) => `Saved at ${when}`,
  parts: 'Parts of the dossier',
  check: 'Check and file',
  checkTitle: 'Check before you file',
  checkLead: 'Look at each answer. “Change” leads to it.',
  wrong: (count) => `${count} answers are missing or wrong. Each line leads to one.`,
  submit: 'File the dossier',
  submitHint: 'You get a dossier code and a receipt. The agency takes the dossier up within 8 working hours.',
  next: 'Save and go on',
  back: 'Back to the list',
  list: 'List of parts',
  changed:
    'The form has changed since you last worked on it. Your answers are kept; look at each part again.',
  delete: 'Delete this draft',
  deleted: 'The draft was deleted.',
  undo: 'Take that back',
  files: 'Files chosen',
  removeFile: 'Remove the file',
  upload: 'Upload',
  noFiles: 'No files yet.',
  duplicate: (name) => `“${name}” is here already and was not added again.`,
  scanning: 'being scanned',
  blocked: 'blocked: malware',
  autosaved: 'Answers are saved when you press “Save and go on”.',
  optionalPart: 'optional',
}

export type DraftText = typeof vi
export const words: Words<DraftText> = { vi, en }
