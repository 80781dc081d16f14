type Descriptor = { id: string; type: PublicKeyCredentialType; transports?: AuthenticatorTransport[] }

/** What the server put into the page: https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON */
type Creation = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  challenge: string
  user: { id: string; name: string; displayName: string }
  excludeCredentials?: Descriptor[]
}
type Request = Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & {
  challenge: string
  allowCredentials?: Descriptor[]
}

/**
 * A form whose answer comes from the person's passkey. It is hidden until here, because nothing but a script can ask for one.
 * The answer goes into a hidden field and the form is sent as any other.
 */
export function enhancePasskeys(): void {
  if (!('PublicKeyCredential' in window)) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    if (!isHere(form.dataset['site'])) continue
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void answer(form)
    })
  }
}

/** A passkey of one name does not work under another: then the form stays hidden. */
function isHere(site: string | undefined): boolean {
  return site === location.hostname || location.hostname.endsWith(`.${site}`)
}

async function answer(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>('input[name="answer"]')
  const problem = form.querySelector<HTMLElement>('[data-problem]')
  const options = form.dataset['options']
  if (!field || !options) return
  if (problem) problem.hidden = true
  try {
    field.value = JSON.stringify(
      await (form.dataset['passkey'] === 'create' ? create(options) : get(options)),
    )
    form.submit()
  } catch {
    // Refused, cancelled or timed out: browsers do not tell these apart, on purpose.
    if (problem) problem.hidden = false
  }
}

async function create(text: string): Promise<object> {
  const options = JSON.parse(text) as Creation
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(described),
    },
  })
  const credential = made as PublicKeyCredential
  const response = credential.response as AuthenticatorAttestationResponse
  return {
    ...whole(credential),
    response: {
      clientDataJSON: letters(response.clientDataJSON),
      attestationObject: letters(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  }
}

async function get(text: string): Promise<object> {
  const options = JSON.parse(text) as Request
  const found = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map(described),
    },
  })
  const credential = found as PublicKeyCredential
  const response = credential.response as AuthenticatorAssertionResponse
  return {
    ...whole(credential),
    response: {
      clientDataJSON: letters(response.clientDataJSON),
      authenticatorData: letters(response.authenticatorData),
      signature: letters(response.signature),
      userHandle: response.userHandle ? letters(response.userHandle) : undefined,
    },
  }
}

function whole(credential: PublicKeyCredential): object {
  const { id, type, authenticatorAttachment } = credential
  return {
    id,
    rawId: letters(credential.rawId),
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
  }
}

function described({ id, type, transports }: Descriptor): PublicKeyCredentialDescriptor {
  return { id: bytes(id), type, ...(transports && { transports }) }
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}

function letters(buffer: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
