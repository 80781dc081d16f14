import type { Words } from '#platform/lang'

const vi = {
  title: 'Ai đã xem dữ liệu của tôi',
  description: 'Mỗi lần dữ liệu cá nhân của bạn được mở: khi nào, ai, dữ liệu nào, để làm gì.',
  account: 'Tài khoản',
  lead: 'Mỗi lần cán bộ, hệ thống của cơ quan hoặc người làm thay mở dữ liệu của bạn đều được ghi lại trước khi dữ liệu hiện ra.',
  leadFor: (name: string) => `Các lần mở dữ liệu của ${name}.`,
  caption: 'Các lần mở dữ liệu, mới nhất trước',
  when: 'Khi nào',
  who: 'Ai',
  data: 'Dữ liệu',
  why: 'Để làm gì',
  system: 'Hệ thống của cơ quan',
  acting: 'Người làm thay',
  dossier: 'Hồ sơ',
  basis: 'Căn cứ:',
  none: 'Chưa ai mở dữ liệu của bạn',
  noneMore: 'Khi có người mở, bạn sẽ thấy ở đây ngay lập tức.',
  names: 'Họ tên cán bộ không hiện ở đây; chức vụ và cơ quan là đủ để bạn hỏi lại.',
  sure: 'Vì sao có thể tin nhật ký này',
  sureText:
    'Không ai sửa hay xóa được một dòng mà không để lại dấu vết: mỗi dòng mang dấu của dòng trước, và dấu niêm phong được giữ ở nơi khác. Cơ quan thanh tra có thể kiểm tra toàn bộ nhật ký bằng một lệnh.',
  doubt: 'Thấy một lần mở mà bạn không hiểu?',
  doubtLink: 'Gửi phản ánh, kèm thời điểm và cơ quan.',
}

export type AccessLogText = typeof vi

const en: AccessLogText = {
  title: 'Who opened my data',
  description: 'Every opening of your personal data: when, by whom, which data, what for.',
  account: 'Account',
  lead: 'Each time an official, a system of an agency or a person acting for you opens your data, it is written down before the data are shown.',
  leadFor: (name) => `Openings of the data of ${name}.`,
  caption: 'Openings of data, the newest first',
  when: 'When',
  who: 'Who',
  data: 'Data',
  why: 'What for',
  system: 'A system of the agency',
  acting: 'Acting for you',
  dossier: 'Dossier',
  basis: 'Basis:',
  none: 'Nobody has opened your data',
  noneMore: 'When somebody does, you will see it here at once.',
  names: 'Names of officials are not shown; post and agency are enough to ask about an opening.',
  sure: 'Why this log can be trusted',
  sureText:
    'No line can be changed or removed without a trace: each carries the mark of the line before, and seals are kept elsewhere. Inspectors can check the whole log with one command.',
  doubt: 'Is there an opening that you do not understand?',
  doubtLink: 'Send feedback with the moment and the agency.',
}

export const words: Words<AccessLogText> = { vi, en }
