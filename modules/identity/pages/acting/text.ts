import type { Words } from '#platform/lang'

const vi = {
  title: 'Đang làm thay',
  account: 'Tài khoản',
  delegations: 'Làm thay và ủy quyền',
  lead: (name: string) => `Mọi việc bạn làm lúc này là làm thay cho ${name}.`,
  as: 'Tư cách',
  procedures: 'Thủ tục',
  all: 'Mọi thủ tục',
  until: 'Đến',
  stop: 'Thôi làm thay',
  access: 'Xem ai đã mở dữ liệu của người này',
}

export type ActingText = typeof vi

const en: ActingText = {
  title: 'Acting for another',
  account: 'Account',
  delegations: 'Acting for others',
  lead: (name) => `Everything you do now is done for ${name}.`,
  as: 'As',
  procedures: 'Procedures',
  all: 'All procedures',
  until: 'Until',
  stop: 'Stop acting',
  access: 'See who opened the data of this person',
}

export const words: Words<ActingText> = { vi, en }
