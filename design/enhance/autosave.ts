const REST_MS = 2_000
const CHOICE_REST_MS = 150
const EVERY_MS = 10_000

/** What is told of a page that was kept: the sentence to show, and the questions that need no answer now. */
type Kept = { readonly said: string; readonly unasked: readonly string[] }

/**
 * Sends what is typed to the form's own address, at most every ten seconds and when the page is left, so that a lost phone costs no more.
 * Files go only with the button. Questions that hang on a choice of the same page come and go with it.
 */
export function enhanceAutosave(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-autosave]')
  if (!form) return
  const line = form.querySelector<HTMLElement>('[data-autosave-said]')
  const hanging = [...form.querySelectorAll<HTMLElement>('[data-hangs]')]
  for (const one of hanging) one.hidden = one.dataset['asked'] === 'no'
  let sent = contentOf(form)
  let sentAt = 0
  let timer: number | undefined
  let running: AbortController | undefined
  let isOver = false

  function plan(pause: number): void {
    if (isOver) return
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    const content = form ? contentOf(form) : sent
    if (isOver || content === sent || !form) return
    if (running) return plan(CHOICE_REST_MS)
    running = new AbortController()
    const answer = await post(form.action, content, running.signal)
    running = undefined
    sentAt = Date.now()
    if (isOver) return
    if (answer === 'later') return plan(EVERY_MS)
    if (answer === 'no') {
      isOver = true
      if (line) line.textContent = form.dataset['autosave'] ?? ''
      return
    }
    sent = content
    if (line) line.textContent = answer.said
    for (const one of hanging) one.hidden = answer.unasked.includes(one.dataset['hangs'] ?? '')
  }

  form.addEventListener('input', () => plan(Math.max(REST_MS, sentAt + EVERY_MS - Date.now())))
  form.addEventListener('change', (event) => {
    const isChoice =
      event.target instanceof Element && event.target.matches('select, [type=radio], [type=checkbox]')
    if (isChoice && hanging.length > 0) plan(CHOICE_REST_MS)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
  form.addEventListener('submit', () => {
    isOver = true
    clearTimeout(timer)
    running?.abort()
  })
  // Back from the next page, as the browser kept this one.
  addEventListener('pageshow', (event) => {
    if (event.persisted) isOver = false
  })
}

function contentOf(form: HTMLFormElement): string {
  const content = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') content.append(name, value)
  return content.toString()
}

/** `later` when nobody answered or there was too much to do, `no` when it will not be kept, whatever is tried. */
async function post(address: string, content: string, signal: AbortSignal): Promise<Kept | 'later' | 'no'> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: `${content}&_luuNhap=1`,
      redirect: 'manual',
      keepalive: true,
      signal,
    })
    if (answer.status === 429 || answer.status >= 500) return 'later'
    return answer.ok ? ((await answer.json()) as Kept) : 'no'
  } catch {
    return 'later'
  }
}
