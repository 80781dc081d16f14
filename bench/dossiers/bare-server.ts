import Fastify from 'fastify'
import { Pool } from 'pg'

/** A bare handler on the same database: what any portal would at least have to do. It checks nothing. */
const pool = new Pool({ connectionString: process.env['BENCH_DATABASE'], max: 10 })
const app = Fastify({ logger: { level: 'error' } })

app.get<{ Params: { code: string } }>('/dossiers/:code', async ({ params }, reply) => {
  const { rows } = await pool.query({
    name: 'one',
    text: `select code, version, procedure_code, procedure_name, revision_number, agency, agency_name, status, waits_for,
                  submitted_at, pick_up_by, received_at, due_at, finished_at, returned_at
             from register.dossier where code = $1`,
    values: [params.code],
  })
  return rows[0] ?? reply.code(404).send({})
})

type Filing = {
  agency: string
  agencyCode: string
  name: string
  owner: string
  key: string
  answers: object
  files: object
}

app.post<{ Body: Filing }>('/dossiers', async ({ body }, reply) => {
  const now = new Date()
  const { rows } = await pool.query({
    name: 'number',
    text: `insert into register.code_sequence as s (agency_code, day, last) values ($1, $2, 1)
           on conflict (agency_code, day) do update set last = s.last + 1 returning s.last`,
    values: [body.agencyCode, '2001-01-01'],
  })
  const code = `BARE-${String(rows[0]?.last)}`
  const client = await pool.connect()
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
  try {
    await client.query('begin')
    await run(
      'key',
      'insert into filing.request_key (owner, key, digest, dossier_code, at) values ($1, $2, $3, $4, $5)',
      [body.owner, body.key, 'x', code, now],
    )
    await run(
      'dossier',
      `insert into register.dossier (code, version, door, agency, agency_name, procedure_code, procedure_name, revision_number,
              status, waits_for, applicant_kind, applicant_name, owner, submitted_at, pick_up_by, secret_digest, changed_at)
       values ($1, 1, 'portal', $2, $3, '1.001193', 'Khai sinh', 1, 1, 'agency', 'person', $4, $5, $6, $6, $7, $6)`,
      [code, body.agency, body.agency, body.name, body.owner, now, Buffer.alloc(32)],
    )
    await run(
      'event',
      `insert into register.event (dossier_code, sequence, act, to_status, actor_kind, actor_id, actor_name, claimed_at,
              arrived_at, details)
       values ($1, 1, 'submit', 1, 'applicant', $2, $3, $4, $4, '{"door":"portal"}')`,
      [code, body.owner, body.name, now],
    )
    await run(
      'outbox',
      `with event as (insert into platform.event (name, payload) values ('bench.filed', $1::jsonb) returning id)
       select graphile_worker.add_job('bench.filed', json_build_object('eventId', event.id)) from event`,
      [JSON.stringify({ code })],
    )
    await run(
      'content',
      `insert into filing.content (dossier_code, number, form_id, form_version, answers, files, by_account, at, digest)
       values ($1, 1, 'birth-registration', 1, $2::jsonb, $3::jsonb, $4, $5, 'x')`,
      [code, JSON.stringify(body.answers), JSON.stringify(body.files), body.owner, now],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return reply.code(201).send({ code })
})

const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage())
})
process.once('disconnect', () => process.exit(0))
process.send?.({ port: Number(new URL(address).port) })
