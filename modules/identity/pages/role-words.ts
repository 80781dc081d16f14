import type { Words } from '#platform/lang'
import type { Role } from '../officials/role.ts'

/** Roles as people read them. */
export const roleWords: Words<Readonly<Record<Role, string>>> = {
  vi: {
    administrator: 'Quản trị',
    officer: 'Cán bộ một cửa',
    assistant: 'Hỗ trợ tại quầy',
    auditor: 'Kiểm tra, giám sát',
  },
  en: {
    administrator: 'Administrator',
    officer: 'One-stop officer',
    assistant: 'Counter assistant',
    auditor: 'Auditor',
  },
}
