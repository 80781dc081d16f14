import type { Words } from '#platform/lang'

const vi = {
  title: 'Soạn kết quả',
  desk: 'Một cửa',
  lead: 'Chữ trong hồ sơ đã điền sẵn theo mẫu. Đọc lại, sửa chỗ cần sửa, xem bản in rồi phát hành.',
  name: 'Tên kết quả',
  body: 'Nội dung',
  bodyHint: 'Đoạn cách nhau một dòng trống. {{so}} được thay bằng số khi phát hành.',
  number: 'Số, ký hiệu',
  register: 'Sổ cấp số',
  takeNumber: 'Lấy số tiếp theo trong sổ cấp số kết quả của cơ quan',
  preview: 'Xem bản in (PDF)',
  issue: 'Phát hành kết quả',
  empty: 'Hãy viết nội dung kết quả.',
  blanks: 'Còn chỗ trống “……” trong nội dung. Hãy điền hoặc xóa rồi phát hành.',
  notSigned:
    'Bản này chưa có chữ ký số của cơ quan. Nơi phải ký số: tải bản in, ký bằng phần mềm của cơ quan rồi tải tệp đã ký lên ở trang hồ sơ.',
}

const en: typeof vi = {
  title: 'Write the result',
  desk: 'One-stop desk',
  lead: 'What the dossier says is filled in. Read it, correct it, look at the print, and issue it.',
  name: 'Name of the result',
  body: 'Text',
  bodyHint: 'An empty line between paragraphs. {{so}} becomes the number when it is issued.',
  number: 'Number',
  register: 'Register of numbers',
  takeNumber: 'Take the next number of the agency’s register of results',
  preview: 'See the print (PDF)',
  issue: 'Issue the result',
  empty: 'Write the text of the result.',
  blanks: 'There are blanks “……” in the text. Fill them in or remove them, then issue it.',
  notSigned:
    'This has no digital signature of the agency. Where one is needed: download the print, sign it with the agency’s own program and upload the signed file at the dossier.',
}

export const words: Words<typeof vi> = { vi, en }
