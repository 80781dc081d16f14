import type { Lasting } from '#platform/html-text'
import { useLang, useText } from '../language.tsx'
import { ABOUT_LINKS, MAIN_LINKS } from '../links.ts'
import { Mark } from './mark.tsx'

/** The same under every page. */
export const Footer: Lasting<object> = Object.assign(FooterOfPage, { keyOf: useLang })

function FooterOfPage() {
  const text = useText()
  return (
    <footer class="site-footer">
      <div class="site-footer-row wrap">
        <div class="site-footer-name">
          <Mark />
          <p>
            <strong>
              {text.siteName} · {text.siteKind}
            </strong>
            <br />
            {text.footer.about}
          </p>
        </div>
        <FooterLinks title={text.footer.services} links={MAIN_LINKS} />
        <FooterLinks title={text.footer.more} links={ABOUT_LINKS} />
      </div>
    </footer>
  )
}

function FooterLinks({ title, links }: { title: string; links: typeof MAIN_LINKS }) {
  const text = useText()
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, word }) => (
          <li key={href}>
            <a href={href}>{text.links[word]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
