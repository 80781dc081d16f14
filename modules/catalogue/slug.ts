import { foldAccents } from '#kernel/vietnamese'

/** `Đăng ký, quản lý cư trú` → `dang-ky-quan-ly-cu-tru`: a name in an address. */
export function slugOf(name: string): string {
  return foldAccents(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
}
