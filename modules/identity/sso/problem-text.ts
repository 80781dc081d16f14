import type { Words } from '#platform/lang'

const vi = {
  title: 'Không kết nối được với ứng dụng',
  lead: 'Ứng dụng của cơ quan đã gửi một yêu cầu mà Cổng không thể thực hiện. Dữ liệu của bạn không được chuyển đi.',
  over: 'Yêu cầu này đã hết hạn hoặc đã được trả lời. Hãy quay lại trang của cơ quan và bấm đăng nhập lần nữa.',
  fault: 'Cổng gặp sự cố khi trả lời ứng dụng. Hãy thử lại sau ít phút.',
  tell: 'Nếu lỗi lặp lại, hãy báo cho cơ quan quản lý ứng dụng kèm những thông tin sau.',
  code: 'Mã lỗi',
  detail: 'Chi tiết (tiếng Anh)',
}

const en: typeof vi = {
  title: 'The application could not be connected',
  lead: 'The agency’s application sent a request that the portal cannot carry out. None of your data was passed on.',
  over: 'This request has run out or was answered already. Go back to the agency’s page and sign in once more.',
  fault: 'The portal had a problem while answering the application. Try again in a few minutes.',
  tell: 'If it happens again, tell the agency that runs the application, with these details.',
  code: 'Error code',
  detail: 'Details',
}

export const words: Words<typeof vi> = { vi, en }
