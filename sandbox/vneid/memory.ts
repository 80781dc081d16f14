import type { Adapter, AdapterPayload } from 'oidc-provider'

type Kept = { readonly payload: AdapterPayload; readonly until: number }

/** Keeps what the provider stores in memory: it is gone when the sandbox ends, which is what a sandbox is for. */
export class Memory implements Adapter {
  static readonly #kept = new Map<string, Kept>()
  readonly #kind: string

  constructor(kind: string) {
    this.#kind = kind
  }

  async upsert(id: string, payload: AdapterPayload, expiresInSeconds = 3_600): Promise<void> {
    const until = Date.now() + expiresInSeconds * 1_000
    Memory.#kept.set(this.#key(id), { payload: { ...payload }, until })
    if (payload.uid) Memory.#kept.set(this.#key(`uid ${payload.uid}`), { payload: { ...payload }, until })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = Memory.#kept.get(this.#key(id))
    if (!kept || kept.until > Date.now()) return kept?.payload
    Memory.#kept.delete(this.#key(id))
    return undefined
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.find(`uid ${uid}`)
  }

  /** Codes for devices are not offered here. */
  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const kept = Memory.#kept.get(this.#key(id))
    if (kept) kept.payload.consumed = Math.floor(Date.now() / 1_000)
  }

  async destroy(id: string): Promise<void> {
    const uid = Memory.#kept.get(this.#key(id))?.payload.uid
    Memory.#kept.delete(this.#key(id))
    if (uid) Memory.#kept.delete(this.#key(`uid ${uid}`))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of Memory.#kept)
      if (key.startsWith(`${this.#kind} `) && payload.grantId === grantId) Memory.#kept.delete(key)
  }

  #key(id: string): string {
    return `${this.#kind} ${id}`
  }
}
