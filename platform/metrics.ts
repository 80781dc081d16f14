import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from './db.ts'
import type { App } from './http.ts'
import { countJobs, type JobCounts } from './jobs.ts'

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const JOB_STATES = ['waiting', 'running', 'retrying', 'dead'] as const satisfies readonly (keyof JobCounts)[]

/** Figures for Prometheus at `/metrics`: the process, requests by route (never by address), jobs by state. */
export function measure(app: App, db: Database): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  })
  const jobs = new Gauge({
    name: 'jobs',
    help: 'Background jobs by state',
    labelNames: ['state'] as const,
    registers: [registry],
  })
  new Gauge({
    name: 'database_connections',
    help: 'Connections of this process to the database',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, db.pool.totalCount)
      this.set({ state: 'idle' }, db.pool.idleCount)
      this.set({ state: 'awaited' }, db.pool.waitingCount)
    },
  })

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000)
    done()
  })
  app.get('/metrics', { config: { access: 'monitor' } }, async (_request, reply) => {
    // Without the database there is no count, but there are all the other figures, which are needed most then.
    const counts = await countJobs(db).catch(() => undefined)
    jobs.reset()
    if (counts) for (const state of JOB_STATES) jobs.set({ state }, counts[state])
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
