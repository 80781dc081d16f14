/**
 * The colours, named by what they stand for. This file is their only source: the style sheets read it at build time, and
 * `tokens.test.ts` holds every pair below to WCAG 2.2 AA.
 *
 * Red (son, lacquer) is the state speaking: its mark, its acts, the one act of a page. Gold is an accent and never carries
 * meaning or text. Indigo (chàm) is a way onward. Green, amber and vermilion are clocks.
 */
export const COLOURS = {
  ink: '#211a17',
  'ink-soft': '#5c514b',
  white: '#ffffff',
  paper: '#faf6ee',
  'paper-deep': '#f2eadd',
  line: '#e4dbcd',
  'line-strong': '#83776e',
  red: '#8c1620',
  'red-deep': '#650c15',
  'red-tint': '#fbf0ed',
  gold: '#dba233',
  'gold-deep': '#7a5208',
  'gold-tint': '#fdf4df',
  indigo: '#1f4583',
  'indigo-deep': '#132c57',
  'indigo-tint': '#eef3fa',
  plum: '#5d3a78',
  green: '#1d6b46',
  'green-tint': '#ebf5ee',
  amber: '#8a5200',
  'amber-bright': '#b56b00',
  'amber-tint': '#fdf1d8',
  vermilion: '#b3260d',
  'vermilion-tint': '#fdefea',
} as const

export type ColourName = keyof typeof COLOURS

/** Foreground, ground, and the contrast that their use asks for: 4.5 for text, 3 for edges and pictures. */
export const PAIRS: readonly (readonly [ColourName, ColourName, 4.5 | 3])[] = [
  ['ink', 'white', 4.5],
  ['ink', 'paper-deep', 4.5],
  ['ink', 'gold', 4.5],
  ['ink-soft', 'white', 4.5],
  ['ink-soft', 'paper-deep', 4.5],
  ['white', 'red', 4.5],
  ['white', 'red-deep', 4.5],
  ['red', 'white', 4.5],
  ['red', 'red-tint', 4.5],
  ['red', 'paper', 4.5],
  ['gold-deep', 'gold-tint', 4.5],
  ['indigo', 'white', 4.5],
  ['indigo', 'paper-deep', 4.5],
  ['indigo-deep', 'indigo-tint', 4.5],
  ['plum', 'white', 4.5],
  ['green', 'green-tint', 4.5],
  ['green', 'white', 4.5],
  ['amber', 'amber-tint', 4.5],
  ['amber', 'white', 4.5],
  ['vermilion', 'white', 4.5],
  ['vermilion', 'vermilion-tint', 4.5],
  ['amber-bright', 'paper-deep', 3],
  ['line-strong', 'white', 3],
  ['line-strong', 'paper', 3],
]

/** Type sizes in pixels at 16 px to the rem: on phones, on wider screens, and the line height that leaves accents room. */
export const TYPE_SCALE = [
  { name: 'title', phone: 26, desktop: 36, line: 1.32 },
  { name: 'heading', phone: 21, desktop: 25, line: 1.4 },
  { name: 'subheading', phone: 18, desktop: 20, line: 1.45 },
  { name: 'body', phone: 17, desktop: 19, line: 1.6 },
  { name: 'small', phone: 15, desktop: 16, line: 1.55 },
] as const

/** Steps of space in pixels. */
export const SPACES = [4, 8, 12, 16, 24, 32, 48, 64] as const

/** The contrast of two colours by WCAG 2.2: from 1 (none) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
