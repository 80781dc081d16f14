export const vi = {
  titles: {
    400: 'Yêu cầu không hợp lệ',
    403: 'Không có quyền truy cập',
    404: 'Không tìm thấy trang',
    413: 'Dữ liệu gửi lên quá lớn',
    429: 'Quá nhiều yêu cầu',
    500: 'Cổng dịch vụ gặp sự cố',
    503: 'Cổng dịch vụ đang bận',
  } as Readonly<Record<number, string>>,
  notFoundWhy: 'Địa chỉ có thể đã gõ sai, hoặc trang đã được chuyển đi.',
  faultWhy: 'Đây là lỗi của hệ thống, không phải của bạn. Những gì bạn đã gửi thành công vẫn được giữ.',
  retryLater: 'Hãy thử lại sau ít phút. Nếu sắp hết hạn làm thủ tục, bạn có thể đến nộp trực tiếp tại bộ phận một cửa; ngày bạn đến nộp được tính.',
  reference: 'Khi cần hỗ trợ, hãy đọc mã sự cố này:',
  nearby: 'Có thể bạn muốn mở:',
  next: 'Bạn có thể làm tiếp',
  links: [
    { text: 'Tìm thủ tục bằng lời của bạn', href: '/thu-tuc' },
    { text: 'Xem theo sự kiện cuộc đời', href: '/su-kien' },
    { text: 'Tra cứu hồ sơ theo mã', href: '/tra-cuu' },
    { text: 'Về trang chủ', href: '/' },
  ],
  fields: 'Những chỗ cần sửa',
}

export const en: typeof vi = {
  titles: {
    400: 'The request is not valid',
    403: 'No access',
    404: 'Page not found',
    413: 'Too large',
    429: 'Too many requests',
    500: 'The portal has a problem',
    503: 'The portal is busy',
  },
  notFoundWhy: 'The address may be mistyped, or the page has moved.',
  faultWhy: 'This is our fault, not yours. Whatever you have sent successfully is kept.',
  retryLater:
    'Try again in a few minutes. If a deadline is near, you can file in person at a one-stop desk; the day you come counts.',
  reference: 'When you ask for help, quote this reference:',
  nearby: 'You may be looking for:',
  next: 'What you can do next',
  links: [
    { text: 'Find a procedure in your own words', href: '/thu-tuc' },
    { text: 'Browse by life event', href: '/su-kien' },
    { text: 'Track a dossier by its code', href: '/tra-cuu' },
    { text: 'Home page', href: '/' },
  ],
  fields: 'What to correct',
}
