import { fetchSuggestions, type Suggestion } from './suggestions.ts'

const PAUSE_MS = 150
const FEWEST_LETTERS = 2

/** Turns search fields into comboboxes (ARIA 1.2, list autocomplete). The form stays what it was: Enter searches. */
export function enhanceSuggest(): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-suggest]')) {
    const input = row.querySelector('input')
    if (input) new Combobox(row, input)
  }
}

class Combobox {
  readonly #row: HTMLElement
  readonly #input: HTMLInputElement
  readonly #list = document.createElement('ul')
  readonly #status = document.createElement('div')
  #chosen = -1
  #timer = 0
  #asked: AbortController | undefined

  constructor(row: HTMLElement, input: HTMLInputElement) {
    this.#row = row
    this.#input = input
    this.#prepareList()
    this.#prepareInput()
  }

  #prepareList(): void {
    this.#list.id = `${this.#input.id}-suggestions`
    this.#list.className = 'suggestions'
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', this.#row.dataset['list'] ?? '')
    this.#list.hidden = true
    this.#status.className = 'hidden'
    this.#status.setAttribute('role', 'status')
    // A press must not take the focus from the field, or the list would close before the click arrives.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#row.append(this.#list, this.#status)
  }

  #prepareInput(): void {
    const input = this.#input
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.#list.id)
    input.setAttribute('aria-expanded', 'false')
    input.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS)
    })
    input.addEventListener('keydown', (event) => this.#onKey(event))
    input.addEventListener('blur', () => this.#close())
  }

  async #ask(): Promise<void> {
    this.#asked?.abort()
    const words = this.#input.value.trim()
    if (words.length < FEWEST_LETTERS) return this.#close()

    const asked = new AbortController()
    this.#asked = asked
    const found = await fetchSuggestions(this.#row.dataset['suggest'] ?? '', words, asked.signal)
    // An older answer, or one that comes after the person has left the field, is not wanted any more.
    if (found && !asked.signal.aborted && document.activeElement === this.#input) this.#show(found)
  }

  #show(found: readonly Suggestion[]): void {
    this.#chosen = -1
    this.#input.removeAttribute('aria-activedescendant')
    this.#list.replaceChildren(...found.map((suggestion, at) => this.#option(suggestion, at)))
    this.#open(found.length > 0)
    const { none = '', count = '', hint = '' } = this.#row.dataset
    this.#status.textContent =
      found.length > 0 ? `${count.replace('{n}', String(found.length))} ${hint}` : none
  }

  #option({ text, href, kind }: Suggestion, at: number): HTMLElement {
    const option = document.createElement('li')
    option.id = `${this.#list.id}-${at}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    option.dataset['href'] = href
    option.append(span('suggestion-text', text))
    if (kind) option.append(' ', span('suggestion-kind', kind))
    option.addEventListener('click', () => location.assign(href))
    return option
  }

  #onKey(event: KeyboardEvent): void {
    // An unfinished Vietnamese syllable (Telex, VNI) keeps its keys.
    if (event.isComposing || this.#list.hidden) return
    const { length } = this.#list.children
    if (event.key === 'ArrowDown') this.#choose(this.#chosen === length - 1 ? -1 : this.#chosen + 1)
    else if (event.key === 'ArrowUp') this.#choose(this.#chosen === -1 ? length - 1 : this.#chosen - 1)
    else if (event.key === 'Escape') this.#close()
    else if (event.key === 'Enter' && this.#chosen >= 0)
      location.assign(this.#current()?.dataset['href'] ?? '')
    else return
    event.preventDefault()
  }

  #choose(at: number): void {
    this.#current()?.setAttribute('aria-selected', 'false')
    this.#chosen = at
    const option = this.#current()
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  #current(): HTMLElement | undefined {
    const option = this.#list.children[this.#chosen]
    return option instanceof HTMLElement ? option : undefined
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen
    this.#input.setAttribute('aria-expanded', String(isOpen))
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#status.textContent = ''
    this.#input.removeAttribute('aria-activedescendant')
    this.#chosen = -1
    this.#open(false)
  }
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}
