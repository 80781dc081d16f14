import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'documents.empty': {
    status: 422,
    vi: 'Tệp không có nội dung. Hãy chọn lại tệp.',
    en: 'The file is empty. Choose another.',
  },
  'documents.too_large': {
    status: 413,
    vi: 'Tệp lớn hơn 10 MB. Hãy chụp hoặc quét lại với độ phân giải thấp hơn.',
    en: 'The file is larger than 10 MB. Take or scan it again at a lower resolution.',
  },
  'documents.lost': {
    status: 422,
    vi: 'Tệp tải lên trước đó không còn. Hãy chọn lại tệp.',
    en: 'The file that was uploaded before is not there any more. Choose it again.',
  },
  'documents.type_not_allowed': {
    status: 422,
    vi: 'Chỉ nhận tệp PDF, JPG, PNG, WEBP, DOCX, XLSX.',
    en: 'Only PDF, JPG, PNG, WEBP, DOCX and XLSX files are taken.',
  },
  'documents.type_lies': {
    status: 422,
    vi: 'Nội dung tệp không đúng với đuôi tên tệp. Hãy lưu lại tệp đúng loại rồi chọn lại.',
    en: 'What is in the file is not what its name says. Save it as the right type and choose it again.',
  },
  'documents.broken': {
    status: 422,
    vi: 'Tệp hỏng, không mở được. Hãy thử mở tệp trên máy của bạn rồi lưu lại.',
    en: 'The file is broken and cannot be opened. Try to open it on your machine and save it again.',
  },
  'documents.locked': {
    status: 422,
    vi: 'Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi chọn lại.',
    en: 'The PDF has a password. Remove it and choose the file again.',
  },
  'documents.active': {
    status: 422,
    vi: 'Tệp có chứa chương trình hoặc macro. Hãy lưu lại thành PDF không có macro.',
    en: 'The file holds a program or macros. Save it as a PDF without them.',
  },
  'documents.bomb': {
    status: 422,
    vi: 'Tệp bung ra quá lớn nên không nhận được.',
    en: 'The file unpacks to far too much and cannot be taken.',
  },
  'documents.quarantined': {
    status: 409,
    vi: 'Tệp đang được quét mã độc hoặc đã bị chặn. Hãy mở lại sau ít phút.',
    en: 'The file is being scanned or was blocked. Try again in a few minutes.',
  },
  'documents.not_found': {
    status: 404,
    vi: 'Không có tệp này, hoặc tệp không phải của bạn.',
    en: 'There is no such file, or it is not yours.',
  },
}
