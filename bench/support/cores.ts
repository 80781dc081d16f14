import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const SERVER_CORE = '0'

const canPin = process.platform === 'linux' && availableParallelism() > 1 && hasTaskset()

/**
 * Keeps this process, and the database that it starts, off the core that the measured server has to itself. Where that
 * cannot be done the figures still stand beside each other, only noisier, and we say so.
 */
export function leaveServerCore(): void {
  if (!canPin) {
    console.log('taskset is not there, or there is one core only: nothing is pinned\n')
    return
  }
  const last = availableParallelism() - 1
  const others = last === 1 ? '1' : `1-${last}`
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', others, String(process.pid)])
}

/** The command that runs a server on the core that is kept for it. */
export function onServerCore(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return canPin ? ['taskset', '--cpu-list', SERVER_CORE, ...command] : command
}

function hasTaskset(): boolean {
  return spawnSync('taskset', ['--version']).status === 0
}
