import { expect, test } from 'vitest'
import { openLog } from './log.ts'

function logInto(lines: string[]) {
  return openLog({ logLevel: 'info' }, { write: (line) => lines.push(line) })
}

test('a line is JSON with its time and its severity in words, and says nothing about the machine', () => {
  const lines: string[] = []

  logInto(lines).info({ part: 'jobs' }, 'a job is done')

  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    part: 'jobs',
    msg: 'a job is done',
  })
})

test('what is less severe than asked for is not written', () => {
  const lines: string[] = []

  logInto(lines).debug('small talk')

  expect(lines).toEqual([])
})

test('of an error the log keeps what helps to find it, down to its first cause, and nothing else that hangs on it', () => {
  const lines: string[] = []
  const query = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (name)=(Nguyễn Thị Lan) already exists.',
    client: { password: 'hunter2' },
    parameters: ['079300001234'],
  })
  const error = new AggregateError([query], 'two things went wrong', { cause: 'no paper' })

  logInto(lines).error({ err: error }, 'fault')

  expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
    type: 'AggregateError',
    message: 'two things went wrong',
    errors: [
      {
        type: 'Error',
        message: 'duplicate key',
        code: '23505',
        stack: expect.stringContaining('log.test.ts'),
      },
    ],
    cause: { message: 'no paper' },
  })
  expect(lines.join()).not.toMatch(/Lan|hunter2|079300001234/)
})

test('a whole request or answer that some part logs tells its method and its status alone', () => {
  const lines: string[] = []

  logInto(lines).warn(
    { req: { method: 'GET', url: '/?so=079300001234' }, res: { statusCode: 500, raw: {} } },
    'odd',
  )

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ req: { method: 'GET' }, res: { statusCode: 500 } })
  expect(lines.join()).not.toContain('079300001234')
})
