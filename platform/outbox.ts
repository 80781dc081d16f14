import { type Database, sql, type Tx } from './db.ts'

export type Payload = Readonly<Record<string, unknown>>

/** Something that happened. Written in the same transaction as the change, acted on afterwards. */
export type Event = { readonly id: number; readonly name: string; readonly payload: Payload }

/** A reaction to events of one name. It is called again until it has succeeded once. */
export type Handler = {
  /** `module.verb`, unique: the memory of what was handled hangs on it. */
  readonly name: string
  readonly event: string
  readonly act: (tx: Tx, event: Event) => Promise<void>
}

/** The task of the job queue that brings an event to its handlers. */
export const DELIVERY = 'platform.deliver'

/** Stored in the caller's transaction: an event, and the job that delivers it, exist if and only if the change does. */
export async function announce(tx: Tx, name: string, payload: Payload): Promise<void> {
  await tx.run(sql`
    with event as (
      insert into platform.event (name, payload)
      values (${name}, ${JSON.stringify(payload)}::jsonb)
      returning id
    )
    select graphile_worker.add_job(${DELIVERY}, json_build_object('eventId', event.id))
      from event`)
}

/** Calls every handler of the event that has not succeeded yet. One that fails does not keep the others from acting. */
export async function deliver(db: Database, eventId: number, handlers: readonly Handler[]): Promise<void> {
  const event = await db.one<Event>(sql`
    select id, name, payload
      from platform.event
     where id = ${eventId}`)
  const failures: unknown[] = []
  for (const handler of handlers) {
    if (handler.event !== event.name) continue
    await handleOnce(db, event, handler).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Event ${event.name} ${event.id} was not handled`)
}

/**
 * The handler's act and the memory of it are one transaction: a delivery that comes twice, even at the same moment, acts once,
 * and one that failed is free to act again.
 */
export async function handleOnce(db: Database, event: Event, handler: Handler): Promise<void> {
  await db.transaction(async (tx) => {
    const isFirst = await tx.run(sql`
      insert into platform.handled (handler, event_id)
      values (${handler.name}, ${event.id})
      on conflict do nothing`)
    if (isFirst) await handler.act(tx, event)
  })
}
