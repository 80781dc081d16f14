import type { Words } from '#platform/lang'

const vi = {
  title: 'Hỗ trợ người dân tại quầy',
  lead: 'Dùng khi người dân có mặt, xuất trình thẻ căn cước và đồng ý để bạn làm thủ tục thay họ ngay tại quầy.',
  withPhone:
    'Nếu người dân có điện thoại, hãy để họ tự ủy quyền: bạn tạo mã ở trang “Làm thay và ủy quyền” và đọc mã cho họ.',
  personalId: 'Số định danh cá nhân',
  bornOn: 'Ngày sinh',
  papers: 'Giấy tờ đã xem',
  papersHint: 'Ví dụ: thẻ căn cước, cấp ngày 12/3/2024',
  purpose: 'Việc cần giúp',
  purposeHint: 'Ví dụ: Nộp hồ sơ đăng ký thường trú',
  consent: 'Sự đồng ý',
  consentChoice: 'Người dân có mặt, đã nghe tôi giải thích và đồng ý để tôi làm thay trong một giờ',
  start: 'Bắt đầu làm thay',
  errors: {
    personalId: 'Số định danh gồm 12 chữ số và phải khớp với năm sinh.',
    bornOn: 'Nhập ngày sinh ghi trên thẻ.',
    papers: 'Ghi giấy tờ đã xem, từ 5 đến 300 chữ cái.',
    purpose: 'Ghi việc cần giúp, từ 5 đến 300 chữ cái.',
    consent: 'Không làm thay khi người dân chưa đồng ý.',
  },
}

export type AssistText = typeof vi

const en: AssistText = {
  title: 'Help a citizen at the counter',
  lead: 'For a citizen who is present, shows an identity card and agrees that you do a procedure for them here and now.',
  withPhone:
    'If they have a phone, let them authorise you: make a code under “Acting for others” and read it out.',
  personalId: 'Personal identification number',
  bornOn: 'Date of birth',
  papers: 'Papers seen',
  papersHint: 'For example: identity card, issued on 12/3/2024',
  purpose: 'What they need',
  purposeHint: 'For example: file the registration of residence',
  consent: 'Consent',
  consentChoice: 'The citizen is present, has heard my explanation and agrees that I act for one hour',
  start: 'Start acting',
  errors: {
    personalId: 'The number has 12 digits and has to agree with the year of birth.',
    bornOn: 'Enter the date of birth on the card.',
    papers: 'Name the papers in 5 to 300 letters.',
    purpose: 'Write what is needed in 5 to 300 letters.',
    consent: 'Nobody acts for a citizen who has not agreed.',
  },
}

export const words: Words<AssistText> = { vi, en }
