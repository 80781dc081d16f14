import { median, quantile } from './figures.ts'
import { type Load, load } from './load.ts'
import type { Server } from './server.ts'

export type PageFigures = {
  readonly requestsPerSecond: number
  readonly cpuMsPerRequest: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly bytes: number
}

export type Plan = Pick<Load, 'paths' | 'clients'> & {
  readonly rounds: number
  readonly warmUpMs: number
  readonly roundMs: number
}

/**
 * Loads the servers in turn, round after round, so that whatever else the machine does meets all of them alike. Answers the
 * rounds of each server; a figure of one round may be compared with that of another server in the same round alone.
 */
export async function loadInTurn(servers: readonly Server[], plan: Plan): Promise<PageFigures[][]> {
  const { paths, clients, rounds, warmUpMs, roundMs } = plan
  for (const { port } of servers) await load({ port, paths, clients, durationMs: warmUpMs })
  const figures = servers.map((): PageFigures[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, server] of servers.entries()) {
      figures[at]?.push(await measure(server, { paths, clients, durationMs: roundMs }))
    }
  }
  return figures
}

async function measure(server: Server, plan: Omit<Load, 'port'>): Promise<PageFigures> {
  const cpuBeforeMs = await server.cpuMs()
  const { requests, requestsPerSecond, latenciesMs, bytesPerAnswer } = await load({
    ...plan,
    port: server.port,
  })
  const cpuMs = (await server.cpuMs()) - cpuBeforeMs
  return {
    requestsPerSecond,
    cpuMsPerRequest: cpuMs / requests,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    bytes: bytesPerAnswer,
  }
}

/** The middle of a figure over the rounds. */
export function middle(rounds: readonly PageFigures[], figure: (one: PageFigures) => number): number {
  return median(rounds.map(figure))
}

/**
 * Processor time of a request in the quietest rounds. Whatever else runs on the machine empties caches and so only ever
 * adds to it.
 */
export function quietCpuMs(rounds: readonly PageFigures[]): number {
  return quantile(
    rounds.map((one) => one.cpuMsPerRequest).sort((a, b) => a - b),
    0.1,
  )
}

/** The middle of the ratios within the rounds: first server to second. */
export function middleRatio(
  first: readonly PageFigures[],
  second: readonly PageFigures[],
  figure: (one: PageFigures) => number,
): number {
  return median(
    first.flatMap((one, round) => {
      const other = second[round]
      return other ? [figure(one) / figure(other)] : []
    }),
  )
}
