import { expect, test } from 'vitest'
import { textOf } from '#platform/html-text'
import { Layout, type LayoutProps } from './layout.tsx'

const page = (props: Partial<LayoutProps> = {}) =>
  textOf(
    <Layout shell={{ lang: 'vi', path: '/thu-tuc' }} title="Thủ tục" {...props}>
      <h1>Thủ tục</h1>
    </Layout>,
  )

test('the title names the page, then the portal', () => {
  expect(page()).toContain('<title>Thủ tục · Một Cửa</title>')
})

test('the title of a page with errors begins by saying so, in the language of the page', () => {
  expect(page({ hasErrors: true })).toContain('<title>Lỗi: Thủ tục')
  expect(page({ hasErrors: true, shell: { lang: 'en', path: '/' } })).toContain('<title>Error: Thủ tục')
})

test('the language switch stays on the page and keeps the question', () => {
  const html = page({ shell: { lang: 'vi', path: '/thu-tuc?q=khai+sinh&cap=xa' } })

  expect(html).toContain('href="/thu-tuc?q=khai+sinh&amp;cap=xa&amp;lang=en"')
  expect(page()).toContain('href="/thu-tuc?lang=en"')
})

test('the search field in the header holds what was asked, as text', () => {
  const html = page({ search: { q: '"><script>alert(1)</script>' } })

  expect(html).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"')
  expect(html).toContain('action="/thu-tuc"')
})

test('a page with a search of its own shows no second one', () => {
  expect(page()).toContain('role="search"')
  expect(page({ hidesSearch: true })).not.toContain('role="search"')
})

test('the breadcrumb starts at home once, whether the page names home or not', () => {
  const home = /<a href="\/">Trang chủ<\/a>/g

  expect(page({ crumbs: [{ text: 'Thủ tục' }] }).match(home)).toHaveLength(1)
  expect(page({ crumbs: [{ text: 'Trang chủ', href: '/' }, { text: 'Thủ tục' }] }).match(home)).toHaveLength(
    1,
  )
})

test('the menu says which part of the portal this is', () => {
  expect(page({ shell: { lang: 'vi', path: '/thu-tuc?q=a' } })).toContain(
    'href="/thu-tuc" aria-current="page"',
  )
  expect(page({ shell: { lang: 'vi', path: '/thu-tuc/1.001193' } })).toContain(
    'href="/thu-tuc" aria-current="true"',
  )
  expect(page({ shell: { lang: 'vi', path: '/thu-tuc-khac' } })).not.toContain('href="/thu-tuc" aria-current')
})
