/** What a Vietnamese keyboard leaves behind when its input method was off: `ddawng kys` (Telex), `d9a8ng ky1` (VNI). */

const TONE = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' } as const
const VNI_TONE = { '1': '\u0301', '2': '\u0300', '3': '\u0309', '4': '\u0303', '5': '\u0323' } as const
const VOWEL = /[aăâeêioôơuưy]/
const ONSET = /^(?:ngh|ng|nh|gh|gi(?=[aăâeêioôơuư])|qu|kh|th|tr|ch|ph|[bcdđghklmnprstvx])?/u

/** `giaays` → `giấy`, `dduwowngf` → `đường`; `undefined` when nothing in the word is Telex. Lower case in, NFC out. */
export function decodeTelex(word: string): string | undefined {
  if (!/^[a-zđ]+$/u.test(word)) return undefined
  const { rest, tone } = takeTone(word)
  const letters = rest
    .replace(/dd/, 'đ')
    .replace(/d(.*[aeiouy].*)d$/, 'đ$1')
    .replace(/uow|uwow|uwo/, 'ươ')
    .replace(/aa/, 'â')
    .replace(/ee/, 'ê')
    .replace(/oo/, 'ô')
    .replace(/aw/, 'ă')
    .replace(/ow/, 'ơ')
    .replace(/uw/, 'ư')
    .replace(/^([^aeiouyăâêôơư]*)w/u, '$1ư')
    .replace(/([aeo])([a-zđ]+)\1$/u, (_all, vowel: string, middle: string) => hat(vowel) + middle)
    .replace(
      /^(.*)([uoa])([a-z]+)w$/,
      (_all, before: string, vowel: string, after: string) => `${before}${horn(vowel)}${after}`,
    )
    .replace('uơ', 'ươ')
  const decoded = withTone(letters, tone)
  return decoded === word ? undefined : decoded
}

/** `d9a8ng` → `đăng`, `ky1` → `ký`; `undefined` when the word has no digits that VNI would have left. */
export function decodeVni(word: string): string | undefined {
  if (!/^[a-z][a-z0-9]*$/.test(word) || !/[1-9]/.test(word)) return undefined
  const tone = /[1-5]/.exec(word)?.[0]
  const letters = word
    .replace(/[1-5]/, '')
    .replace(/d(.*?)9/, 'đ$1')
    .replace(/u7?o(.*?)7/, 'ươ$1')
    .replace(/([aeo])(.*?)6/, (_all, vowel: string, middle: string) => hat(vowel) + middle)
    .replace(/([uo])(.*?)7/, (_all, vowel: string, middle: string) => horn(vowel) + middle)
    .replace(/a(.*?)8/, 'ă$1')
  if (/\d/.test(letters)) return undefined
  const mark = Object.entries(VNI_TONE).find(([digit]) => digit === tone)?.[1]
  return withTone(letters, mark)
}

function hat(vowel: string): string {
  return `${vowel}\u0302`.normalize('NFC')
}

function horn(vowel: string): string {
  return vowel === 'a' ? 'ă' : `${vowel}\u031b`.normalize('NFC')
}

/** The tone key may stand after the vowel or at the end of the word; the last one counts. */
function takeTone(word: string): { rest: string; tone?: string } {
  const onset = ONSET.exec(word)?.[0].length ?? 0
  for (let at = word.length - 1; at > onset; at -= 1) {
    const mark = Object.entries(TONE).find(([key]) => key === word[at])?.[1]
    if (mark && VOWEL.test(word.slice(onset, at)))
      return { rest: word.slice(0, at) + word.slice(at + 1), tone: mark }
  }
  return { rest: word }
}

/** Puts the tone on the vowel that carries it; where exactly does not matter, spellings are folded before comparing. */
function withTone(letters: string, tone: string | undefined): string {
  if (!tone) return letters.normalize('NFC')
  const onset = ONSET.exec(letters)?.[0].length ?? 0
  const [vowels = ''] = /^[aăâeêioôơuưy]+/u.exec(letters.slice(onset)) ?? []
  if (vowels === '') return letters.normalize('NFC')

  const isClosed = letters.length > onset + vowels.length
  const at = onset + toneAt(vowels, isClosed)
  return (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize('NFC')
}

function toneAt(vowels: string, isClosed: boolean): number {
  const marked = Math.max(
    vowels.lastIndexOf('ơ'),
    ...['ă', 'â', 'ê', 'ô'].map((vowel) => vowels.indexOf(vowel)),
  )
  if (marked >= 0) return marked
  const horned = vowels.indexOf('ư')
  if (horned >= 0) return horned
  if (vowels.length === 1) return 0
  return isClosed || vowels.length === 3 ? 1 : 0
}
