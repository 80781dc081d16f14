import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { addPerson, sessionOf } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'
import { MEGABYTE } from './file.ts'

const PATH = '/tep-dang-tai'
const bytes = randomBytes(700_000)

async function uploader(world: World) {
  const person = await addPerson(world.db)
  const cookie = `phien=${await sessionOf(world, person.accountId)}`
  const ask = (
    method: 'POST' | 'PATCH' | 'HEAD' | 'DELETE',
    url: string,
    headers: Record<string, string> = {},
    payload?: Buffer,
  ) =>
    world.app.inject({
      method,
      url,
      headers: { cookie, 'tus-resumable': '1.0.0', ...headers },
      ...(payload && { payload }),
    })
  const create = async (length = bytes.length) => {
    const name = Buffer.from('Giấy chứng sinh.pdf').toString('base64')
    return ask('POST', PATH, { 'upload-length': String(length), 'upload-metadata': `filename ${name}` })
  }
  const send = (url: string, offset: number, part: Buffer) =>
    ask(
      'PATCH',
      url,
      { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      part,
    )
  const offset = async (url: string) => Number((await ask('HEAD', url)).headers['upload-offset'])
  return { person, ask, create, send, offset }
}

test('a file goes on where it broke off, a part that comes twice counts once', async ({ world }) => {
  const { ask, create, send, offset } = await uploader(world)
  const created = await create()
  const at = String(created.headers['location'])

  expect(created.statusCode).toBe(201)
  expect(at).toMatch(/^\/tep-dang-tai\/[0-9a-f]{16}-[0-9a-f]{32}$/)
  expect((await send(at, 0, bytes.subarray(0, 300_000))).statusCode).toBe(204)
  expect((await send(at, 0, bytes.subarray(0, 300_000))).statusCode).toBe(409)
  expect(await offset(at)).toBe(300_000)
  expect((await send(at, 500_000, bytes.subarray(500_000))).statusCode).toBe(409)
  expect((await send(at, 300_000, bytes.subarray(300_000))).statusCode).toBe(204)
  expect(await offset(at)).toBe(bytes.length)
  expect((await ask('DELETE', at)).statusCode).toBe(204)
  expect((await ask('HEAD', at)).statusCode).toBe(404)
})

test('nobody sees, continues or takes away the file of another, and nobody sends one without signing in', async ({
  world,
}) => {
  const [mine, theirs] = [await uploader(world), await uploader(world)]
  const at = String((await mine.create()).headers['location'])

  expect((await theirs.ask('HEAD', at)).statusCode).toBe(404)
  expect((await theirs.send(at, 0, bytes.subarray(0, 10))).statusCode).toBe(404)
  expect((await theirs.ask('DELETE', at)).statusCode).toBe(404)
  expect((await theirs.ask('HEAD', at, { 'x-upload-account': mine.person.accountId })).statusCode).toBe(404)
  for (const name of ['../../../etc/passwd', '..%2F..%2Fetc%2Fpasswd', 'x'])
    expect([404, 403]).toContain((await mine.ask('HEAD', `${PATH}/${name}`)).statusCode)
  const nobody = await world.app.inject({
    method: 'POST',
    url: PATH,
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '5' },
  })
  expect([302, 401]).toContain(nobody.statusCode)
  expect(await mine.offset(at)).toBe(0)
})

test('what is too large, or too much at once, is refused before it is sent', async ({ world }) => {
  const { create, send } = await uploader(world)

  expect((await create(11 * MEGABYTE)).statusCode).toBe(413)
  const at = String((await create()).headers['location'])
  expect((await send(at, 0, randomBytes(2 * MEGABYTE))).statusCode).toBe(413)
  const answers: number[] = []
  for (let number = 0; number < 41; number += 1) answers.push((await create(1)).statusCode)
  expect(answers.filter((status) => status === 201)).toHaveLength(39)
  expect(answers.at(-1)).toBe(429)
})

test('a form of another site cannot begin or continue an upload', async ({ world }) => {
  const { ask } = await uploader(world)
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'tus-resumable': '' }

  expect((await ask('POST', PATH, form, Buffer.from('upload-length=5'))).statusCode).toBe(412)
  const foreign = await ask('POST', PATH, { origin: 'https://evil.example', 'upload-length': '5' })
  expect(foreign.headers['access-control-allow-origin']).toBeUndefined()
})
