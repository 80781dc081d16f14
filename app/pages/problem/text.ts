export const vi = {
  otherTitle: 'Yêu cầu chưa đúng',
  deadline:
    'Nếu sắp hết hạn làm thủ tục, bạn có thể đến nộp trực tiếp tại bộ phận một cửa. Ngày bạn đến nộp được tính.',
  fields: 'Những chỗ cần sửa',
  nearby: 'Có thể bạn muốn mở:',
  next: 'Bạn có thể làm tiếp',
  links: [
    { text: 'Xem thủ tục theo sự kiện cuộc đời', href: '/su-kien' },
    { text: 'Tra cứu hồ sơ theo mã', href: '/tra-cuu' },
    { text: 'Tìm đơn vị hành chính cũ và mới', href: '/don-vi-hanh-chinh' },
  ],
}

export const en: typeof vi = {
  otherTitle: 'The request is not right',
  deadline: 'If a deadline is near, you can file in person at a one-stop desk. The day you come counts.',
  fields: 'What to correct',
  nearby: 'You may be looking for:',
  next: 'What you can do next',
  links: [
    { text: 'Browse procedures by life event', href: '/su-kien' },
    { text: 'Track a dossier by its code', href: '/tra-cuu' },
    { text: 'Find old and new administrative units', href: '/don-vi-hanh-chinh' },
  ],
}
