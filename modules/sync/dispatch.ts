import { isDatabaseAway } from '#platform/database-away'
import { accountOfSession, type IntegrationAccount, logIn, maySpeakFor, plainCode } from './account.ts'
import { agencyOf } from './agency-of-code.ts'
import { type Answer, CODES, refused } from './answer.ts'
import type { Call, Service } from './call.ts'
import { SERVICES } from './channel-services.ts'
import { type Envelope, readBody, readEnvelope } from './envelope.ts'
import type { Intake } from './intake.ts'
import type { SyncServices } from './services.ts'
import type { Turnstile } from './turnstile.ts'

export type Door = {
  readonly services: SyncServices
  readonly intake: Intake
  readonly turnstile: Turnstile
}

/** Said to whoever sends faster than it can be stored: nothing of the message was kept. */
export const BUSY = 'Hệ thống đang bận, bản tin chưa được lưu. Hãy gửi lại sau ít phút.'

/** Đăng nhập: success is a session beside code 0. `result` is for those clients that read it. */
export async function answerLogin({ services }: Door, body: Buffer): Promise<Answer> {
  const read = readBody(body)
  if (!read.ok) return refused(read.why)
  const params = readEnvelope(read.value)?.params ?? {}
  const [username, password] = [params['username'], params['password']]
  if (typeof username !== 'string' || typeof password !== 'string')
    return refused('Thiếu username hoặc password.')
  const session = await logIn(services.db, { username, password }, services.clock())
  if (!session) return refused('Tên đăng nhập hoặc mật khẩu không đúng.')
  return { error_code: CODES.done, message: 'Đăng nhập thành công', session, result: session }
}

/** One message of channel 1, whatever it asks for. */
export async function answerMessage(door: Door, body: Buffer): Promise<Answer> {
  const { services } = door
  const arrivedAt = services.clock()
  const read = readBody(body)
  if (!read.ok) return refused(read.why)
  const envelope = readEnvelope(read.value)
  if (!envelope) return refused('Bản tin phải là một đối tượng JSON có session, madonvi và service.')
  // A client of a ministry posts its credentials here.
  if (envelope.service === '' && 'password' in envelope.params) return answerLogin(door, body)
  if (envelope.session === undefined) return refused('Thiếu session. Hãy đăng nhập trước.')
  const account = await accountOfSession(services.db, envelope.session, arrivedAt)
  if (!account) return refused('Phiên làm việc (session) không đúng hoặc đã hết hạn. Hãy đăng nhập lại.')
  const madonvi = envelope.madonvi ?? account.agencyCode
  if (!maySpeakFor(account, madonvi))
    return refused(`Tài khoản ${account.username} không được gửi thay cho đơn vị ${madonvi} (madonvi).`)
  return serve(door, { envelope, account, madonvi, body, arrivedAt })
}

export type Asked = {
  readonly envelope: Envelope
  readonly account: IntegrationAccount | undefined
  readonly madonvi: string
  /** Another agency that the message names: only by a grant, or below a network's own. */
  readonly saidFor?: string | undefined
  readonly body: Buffer
  readonly arrivedAt: Date
}

/** Whether so much of an agency is waiting that more of it would only grow the memory. */
export function isBusy({ intake, turnstile }: Door, agency: string): boolean {
  return intake.isFull(agency) || turnstile.isFull(agency)
}

/** Calls the service for whoever was let in. */
export async function serve(door: Door, asked: Asked): Promise<Answer> {
  const { services, intake, turnstile } = door
  const { envelope, account, saidFor } = asked
  const madonvi = saidFor === undefined ? asked.madonvi : speaker(asked, saidFor)
  if (madonvi === undefined) return refused(`Không được gửi thay cho đơn vị ${saidFor} (MaDinhDanhDV).`)
  const service: Service | undefined = SERVICES.get(envelope.service.toLowerCase())
  if (!service) return refused(`Không có dịch vụ ${envelope.service || '(để trống)'} (service).`)
  const agency = await agencyOf(services, madonvi)
  if (isBusy(door, agency.handle)) return refused(BUSY)
  const call: Call = {
    services,
    intake,
    account,
    agency: agency.handle,
    agencyName: agency.name,
    madonvi,
    envelope,
    body: asked.body,
    arrivedAt: asked.arrivedAt,
  }
  try {
    return await turnstile.pass(agency.handle, () => service(call))
  } catch (error) {
    if (isDatabaseAway(error)) return refused(BUSY)
    throw error
  }
}

/** For whom a message may speak, when it names somebody: a network speaks for those below its agency, too. */
function speaker({ account, madonvi }: Asked, saidFor: string): string | undefined {
  if (account) return maySpeakFor(account, saidFor) ? saidFor : undefined
  const [own, said] = [plainCode(madonvi), plainCode(saidFor)]
  return said === own || said.startsWith(`${own}.`) ? saidFor : undefined
}
