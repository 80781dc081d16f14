const WARNING_MS = 180_000
const CHECK_MS = 5_000

type SessionWords = Record<
  'title' | 'soon' | 'extend' | 'extended' | 'overTitle' | 'over' | 'signIn' | 'signOut',
  string
>

/** Warns three minutes before a session ends, in a dialog whose first button extends it: one key is enough (WCAG 2.2.1). */
export function enhanceSession(): void {
  const line = document.querySelector<HTMLElement>('[data-module="session"]')
  if (!line || !('showModal' in HTMLDialogElement.prototype)) return
  const words = JSON.parse(line.querySelector('template')?.dataset['words'] ?? '{}') as SessionWords
  const address = line.dataset['address'] ?? ''
  // Counted from now by the reader's own clock, which may be wrong without harm.
  let until = Date.now() + Number(line.dataset['left'])
  const dialog = makeDialog(line, words, () => void extend())
  // Another tab that extends, or opens a page, does so for all.
  const tabs = new BroadcastChannel('session')
  tabs.onmessage = (event) => prolong(Number(event.data))
  tabs.postMessage(until)

  function prolong(moment: number): void {
    if (!(moment > until)) return
    until = moment
    if (until - Date.now() > WARNING_MS) dialog.close()
  }

  async function extend(): Promise<void> {
    const answer = await fetch(address, { method: 'POST' }).catch(() => undefined)
    if (answer?.status === 401) return showOver(dialog, words)
    if (!answer?.ok) return
    const { left } = (await answer.json()) as { left: number }
    until = Date.now() + left
    tabs.postMessage(until)
    dialog.close()
    announce(words.extended)
  }

  setInterval(() => {
    const left = until - Date.now()
    if (left <= 0) showOver(dialog, words)
    else if (left < WARNING_MS && !dialog.open) dialog.showModal()
  }, CHECK_MS)
}

function makeDialog(line: HTMLElement, words: SessionWords, extend: () => void): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'session-dialog'
  dialog.setAttribute('aria-labelledby', 'session-title')
  const button = element('button', words.extend, 'button button--primary')
  button.addEventListener('click', extend)
  dialog.append(element('h2', words.title), element('p', words.soon), button)
  dialog.append(
    link(words.signIn, line.dataset['signIn'], true),
    link(words.signOut, line.dataset['signOut'], false),
  )
  dialog.querySelector('h2')?.setAttribute('id', 'session-title')
  document.body.append(dialog)
  return dialog
}

/** Too late: what was typed is safe, because a form that is sent now keeps it. */
function showOver(dialog: HTMLDialogElement, words: SessionWords): void {
  const [title, text, button] = [
    dialog.querySelector('h2'),
    dialog.querySelector('p'),
    dialog.querySelector('button'),
  ]
  const signIn = dialog.querySelector('a')
  if (title) title.textContent = words.overTitle
  if (text) text.textContent = words.over
  if (button) button.hidden = true
  if (signIn) signIn.hidden = false
  if (!dialog.open && !dialog.dataset['told']) dialog.showModal()
  dialog.dataset['told'] = 'yes'
}

function announce(text: string): void {
  const said = document.querySelector('[data-module="session"] p')
  said?.setAttribute('role', 'status')
  if (said) said.textContent = text
}

function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  made.className = className
  return made
}

function link(text: string, href: string | undefined, isHidden: boolean): HTMLElement {
  const made = element('a', text)
  made.setAttribute('href', href ?? '/')
  made.hidden = isHidden
  return made
}
