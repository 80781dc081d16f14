const vi = {
  title: 'Gửi tiếp câu trả lời',
  lead: 'Bạn đã đăng nhập. Câu trả lời trước đó vẫn còn đủ.',
  kept: (count: number, at: string, until: string) =>
    `${count} câu trả lời, giữ từ ${at}, đến ${until} sẽ tự xóa.`,
  where: 'Gửi đến trang',
  button: 'Gửi tiếp',
  drop: 'Không gửi nữa',
}
const en: typeof vi = {
  title: 'Send your answers now',
  lead: 'You are signed in. The answers that you gave before are all still there.',
  kept: (count: number, at: string, until: string) =>
    `${count} answers, kept since ${at}, deleted by themselves at ${until}.`,
  where: 'Sent to the page',
  button: 'Continue',
  drop: 'Do not send them',
}
export const words = { vi, en }
