import { expect, vi } from 'vitest'
import { test, type World } from '../test/support/world.ts'
import { sql } from './db.ts'
import { announce, deliver, type Event, type Handler, handleOnce } from './outbox.ts'

async function announced({ db }: World, name: string): Promise<Event> {
  await db.transaction((tx) => announce(tx, name, { code: 'H01.000001' }))
  return db.one<Event>(sql`
    select id, name, payload
      from platform.event
     order by id desc
     limit 1`)
}

/** Writes a row in its transaction, so that what is rolled back can be told from what is not. */
function noting(
  name: string,
  event: string,
): Handler & { readonly act: ReturnType<typeof vi.fn<Handler['act']>> } {
  const act = vi.fn<Handler['act']>(async (tx, { id }) => {
    await tx.run(sql`
      insert into platform.act (at, actor, verb, thing)
      values (now(), ${name}, 'note', ${`event ${id}`})`)
  })
  return { name, event, act }
}

async function notesOn({ db }: World, { id }: Event): Promise<readonly string[]> {
  const notes = await db.many<{ actor: string }>(sql`
    select actor from platform.act where thing = ${`event ${id}`} order by id`)
  return notes.map(({ actor }) => actor)
}

test('an event that is delivered twice at the same moment is acted on once', async ({ world }) => {
  const event = await announced(world, 'dossier.submitted')
  const tell = noting('notify.tell', 'dossier.submitted')

  await Promise.all([handleOnce(world.db, event, tell), handleOnce(world.db, event, tell)])
  await handleOnce(world.db, event, tell)

  expect(await notesOn(world, event)).toEqual(['notify.tell'])
})

test('a handler that fails leaves nothing behind, and does not keep the others from acting', async ({
  world,
}) => {
  const event = await announced(world, 'dossier.submitted')
  const tell = noting('notify.tell', 'dossier.submitted')
  const count = noting('statistics.count', 'dossier.submitted')
  const write = tell.act.getMockImplementation()
  tell.act.mockImplementationOnce(async (tx, got) => {
    await write?.(tx, got)
    throw new Error('the line went dead')
  })

  const first = deliver(world.db, event.id, [tell, count])

  await expect(first).rejects.toThrow(`Event dossier.submitted ${event.id} was not handled`)
  await expect(first).rejects.toMatchObject({
    errors: [expect.objectContaining({ message: 'the line went dead' })],
  })
  expect(await notesOn(world, event)).toEqual(['statistics.count'])

  await deliver(world.db, event.id, [tell, count])

  expect(await notesOn(world, event)).toEqual(['statistics.count', 'notify.tell'])
  expect(count.act).toHaveBeenCalledOnce()
})

test('a handler hears of its own events alone', async ({ world }) => {
  const event = await announced(world, 'payment.settled')
  const tell = noting('notify.tell', 'dossier.submitted')

  await deliver(world.db, event.id, [tell])

  expect(tell.act).not.toHaveBeenCalled()
})

test('the event, its job and the change are saved together or not at all', async ({ world }) => {
  const before = await counts(world)

  const change = world.db.transaction(async (tx) => {
    await announce(tx, 'dossier.submitted', {})
    throw new Error('the paper jammed')
  })

  await expect(change).rejects.toThrow('the paper jammed')
  expect(await counts(world)).toEqual(before)
})

test('the name of an event is module and verb', async ({ world }) => {
  const nameless = world.db.transaction((tx) => announce(tx, 'submitted', {}))

  await expect(nameless).rejects.toThrow('name_is_dotted')
})

function counts({ db }: World) {
  return db.one(sql`
    select (select count(*) from platform.event) as events,
           (select count(*) from graphile_worker.jobs) as jobs`)
}
