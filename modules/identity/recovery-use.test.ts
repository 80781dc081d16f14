import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { sql } from '#platform/db'
import { addOfficial, addPerson } from '../../test/support/people.ts'
import { NOW, test } from '../../test/support/world.ts'
import { digestOfCode, newPaperCode } from './paper-code.ts'
import { useRecoveryCode } from './recovery-use.ts'

test('a code on paper opens an account again that its owner had closed, and the record says so', async ({
  world,
}) => {
  const { db } = world
  const person = await addPerson(db)
  const [first, second] = await Promise.all([1, 2].map(() => addOfficial(db, { agency: 'ubnd-00004' })))
  const code = newPaperCode('recovery')
  const until = new Date(NOW.getTime() + 60_000)
  await db.run(sql`
    insert into identity.recovery (
           id, subject, agency, reason, papers, asked_by, asked_at, confirmed_by, confirmed_at, code, code_until)
    values (${randomUUID()}, ${person.accountId}, 'ubnd-00004', 'a test', 'a card', ${first?.accountId}, ${NOW},
            ${second?.accountId}, ${NOW}, ${digestOfCode('recovery', code)}, ${until})`)
  await db.run(sql`
    update identity.account
       set closed_at = ${NOW}, closed_why = 'not_needed'
     where id = ${person.accountId}`)

  await useRecoveryCode(db, { code, personalId: person.personalId, device: 'test', now: NOW })

  const account = await db.one(sql`
    select closed_at, closed_why
      from identity.account
     where id = ${person.accountId}`)
  const acts = await db.many(sql`
    select verb
      from platform.act
     where thing = ${`account:${person.accountId}`}`)
  expect(account).toEqual({ closedAt: null, closedWhy: null })
  expect(acts).toEqual([{ verb: 'identity.account_reopened' }])
})
