/** What a refusal may carry for the words shown: names of fields, codes, near matches. Never personal data. */
export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>

/** A rule of the domain says no (từ chối). Expected, safe to show, and never logged as an error. */
export class Refusal extends Error {
  readonly code: string
  readonly details: RefusalDetails

  constructor(code: string, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** One row of a module's `refusals.ts`: the HTTP status and the words that a person reads. */
export type RefusalWords = { readonly status: number; readonly vi: string; readonly en: string }
