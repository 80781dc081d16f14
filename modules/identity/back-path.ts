const LONGEST = 2_000

/**
 * Where to go on after signing in: a path of this portal and nothing else. What is no such path, or leads back to
 * signing in or out, becomes the start page (open redirects: RFC 9700, section 4.11).
 */
export function backPath(asked: string | undefined): string {
  if (!asked || asked.length > LONGEST || !isPath(asked)) return '/'
  const { pathname, search } = new URL(asked, HERE)
  return /^\/(dang-nhap|dang-xuat|phien)(\/|$)/.test(pathname) ? '/' : `${pathname}${search}`
}

const HERE = 'http://here.invalid'

/** Browsers drop tabs and line ends and read `\` as `/`, so `/\t/elsewhere` would leave. */
function isPath(text: string): boolean {
  if (!text.startsWith('/') || text.startsWith('//') || /[\s\\\p{Cc}]/u.test(text)) return false
  return (
    URL.canParse(text, HERE) &&
    new URL(text, HERE).origin === HERE &&
    !new URL(text, HERE).pathname.startsWith('//')
  )
}

/** The address of a sign-in page that leads back here afterwards. */
export function withBack(address: string, back: string): string {
  if (back === '/') return address
  return `${address}${address.includes('?') ? '&' : '?'}ve=${encodeURIComponent(back)}`
}
