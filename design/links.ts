import type { DesignText } from './text.ts'

type SiteLink = { readonly href: string; readonly word: keyof DesignText['links'] }

/** The places that the header and the footer lead to. A page that moves is changed here. */
export const MAIN_LINKS: readonly SiteLink[] = [
  { href: '/thu-tuc', word: 'procedures' },
  { href: '/su-kien', word: 'lifeEvents' },
  { href: '/linh-vuc', word: 'fields' },
  { href: '/co-quan', word: 'agencies' },
  { href: '/don-vi-hanh-chinh', word: 'units' },
  { href: '/tra-cuu', word: 'track' },
]

export const ABOUT_LINKS: readonly SiteLink[] = [
  { href: '/kha-nang-tiep-can', word: 'accessibility' },
  { href: '/du-lieu-ca-nhan', word: 'privacy' },
  { href: '/lien-he', word: 'contact' },
  { href: '/ket-noi', word: 'feeds' },
  { href: '/api/v1/docs', word: 'api' },
  { href: '/design', word: 'specimen' },
]

export const SEARCH_PATH = '/thu-tuc'
export const SUGGEST_PATH = '/goi-y'
export const SIGN_IN_PATH = '/dang-nhap'
export const SIGN_OUT_PATH = '/dang-xuat'
export const EXTEND_PATH = '/phien/gia-han'
export const ACCOUNT_PATH = '/tai-khoan'
/** Whom one acts for, and where one stops. */
export const ACTING_PATH = '/tai-khoan/lam-thay'
