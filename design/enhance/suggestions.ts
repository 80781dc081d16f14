export type Suggestion = { readonly text: string; readonly href: string; readonly kind: string }

/** Asks the server. `undefined` when there is no answer to use: the form works without. */
export async function fetchSuggestions(
  address: string,
  words: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[] | undefined> {
  try {
    const response = await fetch(`${address}?q=${encodeURIComponent(words)}`, {
      signal,
      headers: { accept: 'application/json' },
    })
    if (!response.ok) return undefined
    const body: unknown = await response.json()
    return suggestionsIn(body)
  } catch {
    return undefined
  }
}

function suggestionsIn(body: unknown): readonly Suggestion[] | undefined {
  if (typeof body !== 'object' || body === null || !('suggestions' in body)) return undefined
  return Array.isArray(body.suggestions) ? body.suggestions.filter(isSuggestion) : undefined
}

/** Only addresses on this site: what the server says is still not trusted with `javascript:`. */
function isSuggestion(item: unknown): item is Suggestion {
  return (
    typeof item === 'object' &&
    item !== null &&
    'text' in item &&
    'href' in item &&
    'kind' in item &&
    typeof item.text === 'string' &&
    typeof item.kind === 'string' &&
    typeof item.href === 'string' &&
    /^\/(?!\/)/.test(item.href)
  )
}
