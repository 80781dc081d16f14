const LONGEST_REMEMBERED = 24

/**
 * A function of a word that remembers what it answered. People write with a few thousand syllables, so nearly every word
 * was seen before; once `most` are remembered it starts over, so that made-up words never fill the memory.
 */
export function remembering<Value>(most: number, make: (word: string) => Value): (word: string) => Value {
  const memory = new Map<string, Value>()
  return (word) => {
    const known = memory.get(word)
    if (known !== undefined) return known
    const made = make(word)
    if (word.length > LONGEST_REMEMBERED) return made
    if (memory.size >= most) memory.clear()
    memory.set(word, made)
    return made
  }
}
