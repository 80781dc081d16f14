const PAUSE_MS = 1_000

/** A second press on the same button within a second does not send the form twice. The server is safe without this. */
export function enhanceButtons(): void {
  let last: { form: Element; at: number } | undefined
  document.addEventListener('submit', (event) => {
    const { target, submitter, timeStamp } = event
    if (!(target instanceof Element) || !submitter?.hasAttribute('data-once')) return

    if (last?.form === target && timeStamp - last.at < PAUSE_MS) event.preventDefault()
    else last = { form: target, at: timeStamp }
  })
}
