import { type Database, sql, type Tx } from './db.ts'

/** Something that happened. Written in the same transaction as the change, acted on afterwards. */
export type Event = {
  readonly id: number
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

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
export async function announce(tx: Tx, name: string, payload: Event['payload']): Promise<void> {
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
  if (failures.length > 0) throw new AggregateError(failures, `Event ${event.name} ${event.id} was not handled`)
}

/** However often an event is delivered, its handler acts once. One that fails acts on the next delivery. */
export async function handleOnce(db: Database, event: Event, { name, act }: Handler): Promise<void> {
  await db.transaction(async (tx) => {
    const added = await tx.run(sql`
      insert into platform.handled (event_id, handler)
      values (${event.id}, ${name})
      on conflict do nothing`)
    if (added === 1) await act(tx, event)
  })
}
