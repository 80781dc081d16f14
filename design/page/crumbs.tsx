import { useText } from '../language.tsx'

export type Crumb = { readonly text: string; readonly href?: string }

/** Đường dẫn trang: where this page stands. Starts at the home page, whether that is named or not. */
export function Crumbs({ crumbs, label }: { crumbs: readonly Crumb[]; label?: string | undefined }) {
  const text = useText()
  return (
    <nav class="crumbs" aria-label={label ?? text.crumbs}>
      <ol>
        {[...(crumbs[0]?.href === '/' ? [] : [{ text: text.home, href: '/' }]), ...crumbs].map((crumb) => (
          <li key={crumb.text}>
            {crumb.href ? (
              <a href={crumb.href}>{crumb.text}</a>
            ) : (
              <span aria-current="page">{crumb.text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
