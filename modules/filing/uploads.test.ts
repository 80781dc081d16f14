import { expect } from 'vitest'
import { sql } from '#platform/db'
import { PLACE, picture } from '../../test/support/filing.ts'
import { addPerson, browserOf, sessionOf } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'

const TUS = { 'tus-resumable': '1.0.0' }
const CHOSEN = { birthProof: 'certificate', _taiTep: '1' }

/** Somebody at the page of papers of a draft of theirs, with a way to send a file before the form. */
async function atPapers(world: World) {
  const { accountId } = await addPerson(world.db)
  const browser = await browserOf(world, accountId)
  await browser.open(`/nop-ho-so/1.001193?noi=${encodeURIComponent(PLACE)}`)
  const agency = /name="coQuan"[^>]*value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  await browser.submit('/nop-ho-so/1.001193/bat-dau', { coQuan: agency })
  const path = `${new URL(browser.last.url).pathname}/papers`
  await browser.open(path)
  const cookie = `phien=${await sessionOf(world, accountId)}`
  /** Answers what the form is told of it. */
  const send = async (bytes: Buffer, most = bytes.length): Promise<string> => {
    const name = Buffer.from('Giấy chứng sinh.jpg').toString('base64')
    const length = { 'upload-length': String(bytes.length), 'upload-metadata': `filename ${name}` }
    const created = await world.app.inject({
      method: 'POST',
      url: '/tep-dang-tai',
      headers: { cookie, ...TUS, ...length },
    })
    const address = String(created.headers['location'])
    const part = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
    await world.app.inject({
      method: 'PATCH',
      url: address,
      headers: { cookie, ...TUS, ...part },
      payload: bytes.subarray(0, most),
    })
    return `birthProofFiles ${address.slice(address.lastIndexOf('/') + 1)} Giấy chứng sinh.jpg`
  }
  const files = () =>
    world.db.many<{ name: string }>(sql`select f.name from documents.file f where f.owner = ${accountId}`)
  return { browser, path, send, files }
}

test('a form takes the file that came before it, once, and only when somebody presses the button', async ({
  world,
}) => {
  const { browser, path, send, files } = await atPapers(world)
  const arrived = await send(await picture('#123456'))
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  const kept = { _csrf: token, _luuNhap: '1', _daTai: arrived, birthProof: 'certificate' }
  await browser.ask('POST', path, new URLSearchParams(kept).toString())
  const afterAutosave = await files()
  await browser.open(path)
  const sent = await browser.submitFiles(path, { ...CHOSEN, _daTai: arrived }, [])
  const again = await browser.submitFiles(path, { ...CHOSEN, _daTai: arrived }, [])

  expect(afterAutosave).toEqual([])
  expect(sent.body).toContain('Giấy chứng sinh.jpg (')
  expect(await files()).toEqual([{ name: 'Giấy chứng sinh.jpg' }])
  expect(again.status).toBe(422)
  expect(again.body).toContain('Giấy chứng sinh.jpg: Tệp tải lên trước đó không còn')
  // The one that is there stays.
  expect(again.body).toContain('Giấy chứng sinh.jpg (')
})

test('what did not arrive whole, or is another’s, is not taken, and it is said which', async ({ world }) => {
  const [mine, theirs] = [await atPapers(world), await atPapers(world)]
  const bytes = await picture('#654321')
  const half = await mine.send(bytes, 100)
  const foreign = await theirs.send(bytes)

  for (const arrived of [half, foreign, 'birthProofFiles ../../../etc/passwd x', 'birthProofFiles a']) {
    await mine.browser.open(mine.path)
    const answer = await mine.browser.submitFiles(mine.path, { ...CHOSEN, _daTai: arrived }, [])
    expect(answer.body).not.toContain('Giấy chứng sinh.jpg (')
    if (arrived === half || arrived === foreign) expect(answer.body).toContain('không còn')
  }
  await theirs.browser.open(theirs.path)
  const taken = await theirs.browser.submitFiles(theirs.path, { ...CHOSEN, _daTai: foreign }, [])

  expect(await mine.files()).toEqual([])
  expect(taken.body).toContain('Giấy chứng sinh.jpg (')
})

test('a file that lies about what it is, is found out whichever way it came', async ({ world }) => {
  const { browser, path, send, files } = await atPapers(world)
  const arrived = await send(Buffer.from('MZ this is a program, whatever its name says'))

  const answer = await browser.submitFiles(path, { ...CHOSEN, _daTai: arrived }, [])

  expect(answer.status).toBe(422)
  expect(await files()).toEqual([])
})
