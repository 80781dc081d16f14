export const vi = {
  title: 'Cách nộp hồ sơ',
  home: 'Trang chủ',
  procedures: 'Thủ tục',
  lead: 'Bốn bước để nộp hồ sơ cho thủ tục:',
  where: '1. Tìm nơi nộp',
  papers: '2. Chuẩn bị giấy tờ',
  papersHint: 'Bạn có thể in trang này và đánh dấu từng giấy tờ.',
  channel: '3. Nộp bằng cách thuận tiện nhất',
  channels: {
    direct:
      'Trực tiếp: mang giấy tờ đến bộ phận tiếp nhận nêu ở trên trong giờ làm việc. Bạn nhận giấy hẹn có mã hồ sơ.',
    online:
      'Trực tuyến: đăng nhập bằng VNeID, trả lời từng câu hỏi, gửi ảnh chụp giấy tờ. Bạn nhận biên nhận có mã hồ sơ ngay.',
    postal:
      'Qua bưu chính công ích: bưu điện nhận giấy tờ tại nhà hoặc tại bưu cục và trả kết quả đến địa chỉ của bạn.',
  },
  due: '4. Khi nào có kết quả',
  dueHint: 'Tính ngày hẹn trả theo ngày nộp và ngày nghỉ lễ',
  follow: 'Sau khi nộp, tra cứu hồ sơ bằng mã trên giấy hẹn tại trang',
  track: 'Tra cứu hồ sơ',
  online: 'Nộp trực tuyến ngay',
  back: 'Xem lại thủ tục',
}

export const en: typeof vi = {
  title: 'How to file',
  home: 'Home',
  procedures: 'Procedures',
  lead: 'Four steps to file a dossier for:',
  where: '1. Find the place',
  papers: '2. Prepare the papers',
  papersHint: 'You can print this page and tick each paper.',
  channel: '3. File in the way that suits you',
  channels: {
    direct:
      'In person: take the papers to the desk named above in office hours. You get a receipt with the dossier code.',
    online:
      'Online: sign in with VNeID, answer the questions, send photos of your papers. You get a receipt with the dossier code at once.',
    postal: 'By public post: the post office collects the papers and delivers the result to your address.',
  },
  due: '4. When the result is due',
  dueHint: 'Work out the due date from the day of filing and the public holidays',
  follow: 'After filing, follow the dossier by the code on the receipt at',
  track: 'Track a dossier',
  online: 'File online now',
  back: 'Back to the procedure',
}
