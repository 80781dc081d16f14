const PART_BYTES = 262_144
/** Smaller files go with the form: they are there before anything could be told of them. */
const SMALLEST = 524_288
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000]
const MOST_TRIES = 40
const PATH = '/tep-dang-tai'

type Sending = { readonly file: File; readonly line: HTMLLIElement; readonly stop: AbortController }

/**
 * Sends a large file while the rest of the form is filled in, in parts, and goes on where a lost connection broke off (tus 1.0). What has
 * arrived is named to the form; what has not goes with it as ever, so that the button may be pressed at any moment.
 */
export function enhanceUploads(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type="file"][data-uploads]')) {
    const { form } = input
    if (!form) continue
    const list = document.createElement('ul')
    list.className = 'files files--arriving'
    list.setAttribute('aria-live', 'polite')
    input.insertAdjacentElement('afterend', list)
    let running: Sending[] = []

    input.addEventListener('change', () => {
      for (const one of running) stopSending(one)
      running = [...(input.files ?? [])]
        .filter(({ size }) => size >= SMALLEST && size <= Number(input.dataset['mostBytes']))
        .map((file) => ({ file, line: document.createElement('li'), stop: new AbortController() }))
      for (const one of running) {
        list.append(one.line)
        void sendFile(input, one)
      }
    })
    form.addEventListener('submit', () => {
      for (const one of running) one.stop.abort()
    })
  }
}

function stopSending({ line, stop }: Sending): void {
  stop.abort()
  if (!line.querySelector('input')) line.remove()
}

async function sendFile(input: HTMLInputElement, sending: Sending): Promise<void> {
  const { file, line, stop } = sending
  const words = input.dataset
  const show = (text: string | undefined) => {
    line.textContent = `${file.name}: ${text ?? ''}`
  }
  const key = ['tep', file.name, file.size, file.lastModified].join(' ')
  let address = sessionStorage.getItem(key)
  let offset = 0
  let said = -1
  for (let tries = 0; tries < MOST_TRIES && !stop.signal.aborted; tries += 1) {
    try {
      if (tries > 0 || address) {
        const known: number | undefined = address ? await offsetOf(address, stop.signal) : undefined
        if (known === undefined) address = null
        offset = known ?? 0
      }
      address ??= await create(file, stop.signal)
      if (!address) break
      sessionStorage.setItem(key, address)
      while (offset < file.size) {
        const percent = Math.floor((offset / file.size) * 100)
        if (percent >= said + 5 || said < 0) {
          said = percent
          show(words['uploading']?.replace('%', `${percent} %`))
        }
        offset = await sendPart(address, { file, offset, signal: stop.signal })
        tries = 0
      }
      sessionStorage.removeItem(key)
      return arrived(input, sending, address)
    } catch (error) {
      if (stop.signal.aborted) return
      if (error instanceof RangeError) break
      said = -1
      show(words['waiting'])
      await rest(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 1_000, stop.signal)
    }
  }
  // It goes with the form.
  line.remove()
}

/** Named to the form instead of sent with it, with a way to take it out again. */
function arrived(input: HTMLInputElement, { file, line }: Sending, address: string): void {
  const rest = new DataTransfer()
  for (const other of input.files ?? []) if (other !== file) rest.items.add(other)
  input.files = rest.files
  const named = document.createElement('input')
  named.type = 'hidden'
  named.name = '_daTai'
  named.value = `${input.name} ${address.slice(address.lastIndexOf('/') + 1)} ${file.name}`
  const words = document.createElement('span')
  words.textContent = `${file.name}: ${input.dataset['arrived'] ?? ''}`
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.className = 'button button--quiet'
  const which = document.createElement('span')
  which.className = 'hidden'
  which.textContent = ` ${file.name}`
  remove.append(input.dataset['remove'] ?? '', which)
  remove.addEventListener('click', () => {
    line.remove()
    void fetch(address, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => undefined)
    input.focus()
  })
  line.replaceChildren(named, words, remove)
}

/** Nothing when the portal does not take it like this: whoever asks is not signed in, or has too many on the way. */
async function create(file: File, signal: AbortSignal): Promise<string | null> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name.slice(0, 300))))
  const answer = await fetch(PATH, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(file.size),
      'upload-metadata': `filename ${name}`,
    },
    signal,
  })
  if (answer.status >= 500) throw new Error('later')
  return answer.ok ? answer.headers.get('location') : null
}

/** How much has arrived; nothing when there is no such upload any more. */
async function offsetOf(address: string, signal: AbortSignal): Promise<number | undefined> {
  const answer = await fetch(address, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' }, signal })
  if (answer.status >= 500) throw new Error('later')
  return answer.ok ? Number(answer.headers.get('upload-offset')) : undefined
}

type Part = { readonly file: File; readonly offset: number; readonly signal: AbortSignal }

async function sendPart(address: string, { file, offset, signal }: Part): Promise<number> {
  const answer = await fetch(address, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: file.slice(offset, offset + PART_BYTES),
    signal,
  })
  if (answer.ok) return Number(answer.headers.get('upload-offset'))
  // A part that arrived although its answer was lost, or that is still on its way: asked for again after a while.
  if ([409, 423, 429].includes(answer.status) || answer.status >= 500) throw new Error('later')
  throw new RangeError('The portal does not want it')
}

/** For a while, or until the connection is back. */
function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((go) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      go()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
