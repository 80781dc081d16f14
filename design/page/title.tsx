import type { ComponentChildren } from 'preact'

/** Beyond this many letters a title is set smaller: names of procedures run to two hundred. */
const LONG = 70
/** The longest run to a thousand letters, which nobody reads in bold. */
const VERY_LONG = 240

type Props = {
  readonly text: string
  /** A short line above: what kind of thing this is. */
  readonly kicker?: ComponentChildren
  /** The language of the title, when it is not the page's. */
  readonly lang?: 'vi' | 'en' | undefined
}

/** The page's `h1`, at a size that its length can bear. */
export function Title({ text, kicker, lang }: Props) {
  return (
    <>
      {kicker && <p class="kicker">{kicker}</p>}
      <h1 class={sizeOf(text)} lang={lang}>
        {text}
      </h1>
    </>
  )
}

function sizeOf({ length }: string): string | undefined {
  if (length > VERY_LONG) return 'title--long title--very-long'
  return length > LONG ? 'title--long' : undefined
}
