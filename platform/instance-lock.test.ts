import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as bareTest, expect, onTestFinished } from 'vitest'
import { followed, startProgram } from '../test/support/programs.ts'
import { instanceOwner, LockedError, lockInstance } from './instance-lock.ts'

const HOLDER = 'test/support/lock-holder.ts'

/** A data folder of one's own. */
const test = bareTest.extend('varDir', ({ task: _task }, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-lock-'))
  onCleanup(() => rmSync(folder, { recursive: true }))
  return folder
})

function hold(varDir: string, moment = 0) {
  const holder = startProgram(HOLDER, [varDir, String(moment)])
  onTestFinished(async () => {
    holder.child.kill('SIGKILL')
    await holder.ended
  })
  return holder
}

test('a data folder belongs to one process until it lets go', ({ varDir }) => {
  const folder = join(varDir, 'new', 'var')

  const release = lockInstance(folder)

  expect(instanceOwner(folder)).toBe(process.pid)
  expect(() => lockInstance(folder)).toThrow(LockedError)
  release()
  release()
  expect(instanceOwner(folder)).toBeUndefined()
  lockInstance(folder)()
  expect(readdirSync(folder)).toEqual([])
})

test('a second process is told which one holds the folder', async ({ varDir }) => {
  const holder = hold(varDir)
  await holder.says(/taken/)

  const take = () => lockInstance(varDir)

  expect(take).toThrow(`Another portal (process ${holder.child.pid}) is using the data folder ${varDir}`)
  expect(instanceOwner(varDir)).toBe(holder.child.pid)
})

test('the folder of a killed process is free', async ({ varDir }) => {
  const holder = hold(varDir)
  await holder.says(/taken/)
  holder.child.kill('SIGKILL')
  await holder.ended

  const release = lockInstance(varDir)

  expect(instanceOwner(varDir)).toBe(process.pid)
  release()
})

test('a process number that now belongs to another program holds nothing', ({ varDir }) => {
  writeFileSync(join(varDir, 'portal.lock'), `${process.pid} 1`)

  const release = lockInstance(varDir)

  expect(readFileSync(join(varDir, 'portal.lock'), 'utf8')).not.toBe(`${process.pid} 1`)
  release()
})

test('a process that has ended and was never buried holds nothing', async ({ varDir }) => {
  // The shell becomes a program that never asks after its child.
  const undertaker = followed(
    spawn('sh', ['-c', 'sleep 0.2 & echo "child $!"; exec sleep 60'], { stdio: 'pipe' }),
  )
  onTestFinished(() => void undertaker.child.kill())
  const [, pid = ''] = await undertaker.says(/child (\d+)/)
  const start = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '').trim().split(' ')[19]
  writeFileSync(join(varDir, 'portal.lock'), `${pid} ${start}`)
  expect(instanceOwner(varDir)).toBe(Number(pid))

  await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ')

  expect(instanceOwner(varDir)).toBeUndefined()
  lockInstance(varDir)()
})

test.for(['', 'nonsense', '0 1', '-1 1'])('a lock that says %j holds nothing', (content, { varDir }) => {
  writeFileSync(join(varDir, 'portal.lock'), content)

  lockInstance(varDir)()

  expect(readdirSync(varDir)).toEqual([])
})

test('of many that find a dead lock at the same moment, one takes it', async ({ varDir }) => {
  mkdirSync(varDir, { recursive: true })
  writeFileSync(join(varDir, 'portal.lock'), '999999999 1')
  const moment = Date.now() + 1_500
  const holders = Array.from({ length: 5 }, () => hold(varDir, moment))

  const answers = await Promise.all(
    holders.map(({ says }) =>
      says(/taken/).then(
        () => 'taken',
        (error: Error) => (error.message.includes('Another portal') ? 'refused' : error.message),
      ),
    ),
  )

  expect(answers.sort()).toEqual(['refused', 'refused', 'refused', 'refused', 'taken'])
})
