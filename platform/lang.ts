/** The languages of the interface: Vietnamese first, English second. */
export const LANGS = ['vi', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** The two sides of a page's `text.ts`. English is checked against Vietnamese by type. */
export type Words<Text> = Readonly<Record<Lang, Text>>

export function isLang(text: unknown): text is Lang {
  return text === 'vi' || text === 'en'
}
