import type { IntegrationAccount } from './account.ts'
import type { Answer } from './answer.ts'
import type { Envelope } from './envelope.ts'
import type { Intake } from './intake.ts'
import type { SyncServices } from './services.ts'

/** One call of a service, by somebody who may make it. */
export type Call = {
  readonly services: SyncServices
  readonly intake: Intake
  /** Absent for those whom the network vouches for. */
  readonly account: IntegrationAccount | undefined
  /** The agency that is spoken for: its handle in the directory, its name there, and the code that was written. */
  readonly agency: string
  readonly agencyName: string
  readonly madonvi: string
  readonly envelope: Envelope
  readonly body: Buffer
  readonly arrivedAt: Date
}

export type Service = (call: Call) => Promise<Answer>
