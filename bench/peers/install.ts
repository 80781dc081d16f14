import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { copyPortal } from './portal.ts'

export type Peer = 'next' | 'react-router'

const BUILD: Readonly<Record<Peer, readonly string[]>> = {
  next: ['node_modules/next/dist/bin/next', 'build'],
  'react-router': ['node_modules/@react-router/dev/bin.js', 'build'],
}

/** Installs a peer's packages where they are missing and builds it from the portal's newest sources. Answers its folder. */
export function installPeer(peer: Peer): string {
  const folder = join(import.meta.dirname, peer)
  if (!existsSync(join(folder, 'node_modules'))) {
    console.log(`installing ${peer}, once …`)
    run(folder, 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  }
  console.log(`building ${peer} …`)
  copyPortal(folder)
  run(folder, process.execPath, BUILD[peer])
  return folder
}

function run(cwd: string, program: string, args: readonly string[]): void {
  const env = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error })
}
