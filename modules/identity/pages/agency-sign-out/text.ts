import type { Words } from '#platform/lang'

const vi = {
  title: 'Đăng xuất khỏi Cổng?',
  lead: (name: string) => `${name} cho biết bạn vừa đăng xuất ở đó.`,
  leadUnknown: 'Một ứng dụng của cơ quan cho biết bạn vừa đăng xuất ở đó.',
  what: 'Nếu bạn đăng xuất khỏi Cổng, mọi hệ thống mà bạn đã vào bằng tài khoản này trong phiên này cũng đăng xuất.',
  yes: 'Đăng xuất',
  no: 'Ở lại',
}

const en: typeof vi = {
  title: 'Sign out of the portal?',
  lead: (name) => `${name} says that you have just signed out there.`,
  leadUnknown: 'An agency’s application says that you have just signed out there.',
  what: 'If you sign out of the portal, every system that you entered with this account in this session signs you out too.',
  yes: 'Sign out',
  no: 'Stay',
}

export const words: Words<typeof vi> = { vi, en }
