import { expect, test } from 'vitest'
import { isDatabaseAway } from './database-away.ts'

const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more)

test.each([
  ['refused', failure('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' })],
  ['cut', failure('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' })],
  ['no socket', failure('connect ENOENT', { code: 'ENOENT', syscall: 'connect' })],
  [
    'refused on every address',
    new AggregateError([failure('', { code: 'ECONNREFUSED', syscall: 'connect' })]),
  ],
  ['starting', failure('the database system is starting up', { code: '57P03' })],
  ['shut down', failure('terminating connection', { code: '57P01' })],
  ['full', failure('sorry, too many clients already', { code: '53300' })],
  ['hung up', failure('Connection terminated unexpectedly')],
  ['none free', failure('timeout exceeded when trying to connect')],
])('%s: it is away', (_name, error) => {
  expect(isDatabaseAway(error)).toBe(true)
})

test.each([
  ['a double key', failure('duplicate key', { code: '23505' })],
  ['a statement that took too long', failure('canceling statement', { code: '57014' })],
  ['a file that is missing', failure('no such file', { code: 'ENOENT', syscall: 'open' })],
  ['several other things', new AggregateError([failure('no paper')])],
  ['nothing at all', new AggregateError([])],
  ['a word', 'ECONNREFUSED'],
])('%s: it is there', (_name, error) => {
  expect(isDatabaseAway(error)).toBe(false)
})
