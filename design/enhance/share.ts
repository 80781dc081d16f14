/** Adds to the letter link what only a script can do: the phone's own sharing, copying, printing. */
export function enhanceShare(): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-module="share"]')) {
    const { title = '', url = location.href, send = '', copy = '', copied = '', print = '' } = row.dataset
    if ('share' in navigator) {
      // The person may close the sheet of their phone again: nothing went wrong then.
      addItem(row, 'send', send, () => void navigator.share({ title, url }).catch(() => {}))
    }
    if (navigator.clipboard) addCopy(row, { url, copy, copied })
    addItem(row, 'print', print, () => window.print())
  }
}

function addCopy(
  row: HTMLElement,
  { url, copy, copied }: { url: string; copy: string; copied: string },
): void {
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  status.className = 'share-status'
  const item = addItem(row, 'copy', copy, () => {
    navigator.clipboard.writeText(url).then(
      () => {
        status.textContent = copied
      },
      () => {
        status.textContent = url
      },
    )
  })
  item.append(status)
}

function addItem(row: HTMLElement, kind: string, words: string, act: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `share-item share-item--${kind}`
  button.textContent = words
  button.addEventListener('click', act)
  const item = document.createElement('li')
  item.append(button)
  row.append(item)
  return item
}
