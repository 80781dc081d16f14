export const vi = {
  title: 'Giao diện lập trình (API)',
  lead: 'Dữ liệu công khai của cổng cho các phần mềm khác. Không cần khóa, không cần đăng ký.',
  machine: 'Mô tả cho máy (OpenAPI 3.1)',
  rules: [
    'Trả lời bằng JSON UTF-8. Lỗi theo RFC 9457 (application/problem+json), nêu rõ từng trường sai.',
    'Danh sách phân trang bằng con trỏ: gửi lại nextCursor của trang trước trong tham số cursor.',
    'Mỗi câu trả lời có ETag: gửi lại trong If-None-Match để khỏi tải lại điều không đổi.',
  ],
  parameters: 'Tham số',
  name: 'Tên',
  kind: 'Kiểu',
  meaning: 'Ý nghĩa',
  required: 'bắt buộc',
  answer: 'Trả lời',
  try: 'Thử:',
}

export const en: typeof vi = {
  title: 'API',
  lead: 'The public data of the portal for other programs. No key and no registration is needed.',
  machine: 'Machine-readable description (OpenAPI 3.1)',
  rules: [
    'Answers are UTF-8 JSON. Errors follow RFC 9457 (application/problem+json) and name every wrong field.',
    'Lists are paged by a cursor: send the nextCursor of one page as the cursor of the next.',
    'Every answer has an ETag: send it back in If-None-Match to skip what has not changed.',
  ],
  parameters: 'Parameters',
  name: 'Name',
  kind: 'Type',
  meaning: 'Meaning',
  required: 'required',
  answer: 'Answer',
  try: 'Try:',
}
