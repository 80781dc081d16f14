/**
 * What the pages would cost if they were written by hand: bare `node:http`, the same queries, one template literal for each.
 * The literals are made at the start from the pages of the portal at `PORTAL_URL`, so the bytes are the same.
 */
import { createServer } from 'node:http'
import { Database } from '#platform/db'
import { openCatalogueSearch } from '../../../modules/catalogue/catalogue-search.ts'
import { findProcedures } from '../../../modules/catalogue/find-procedures.ts'
import { questionOf } from '../../../modules/catalogue/list-address.ts'
import { listRevisions, readProcedure } from '../../../modules/catalogue/queries/procedures.ts'
import { templateOf } from './template.ts'

const { DATABASE_URL = '', PORTAL_URL = '', PAGES = '', PORT, HOST } = process.env

type Page = (url: URL) => Promise<string>

const db = new Database(DATABASE_URL)
const search = await openCatalogueSearch(db, (error) => console.error(error))
const pages = new Map<string, Page>()
for (const path of PAGES.split(' ')) pages.set(path, await pageOf(path))

createServer(async ({ url = '' }, response) => {
  const page = pages.get(url)
  if (!page) return response.writeHead(404).end()
  const html = await page(new URL(url, PORTAL_URL))
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}).listen(Number(PORT), HOST)

async function pageOf(path: string): Promise<Page> {
  const url = new URL(path, PORTAL_URL)
  const answer = await fetch(url)
  const read = url.pathname === '/thu-tuc' ? readResults : readOne
  const template = templateOf<unknown>(await answer.text(), await read(url))
  return async (asked) => template(await read(asked))
}

async function readOne({ pathname }: URL): Promise<unknown> {
  const code = pathname.split('/').at(-1) ?? ''
  const procedure = await readProcedure(db, code)
  const revisions = await listRevisions(db, code)
  return { procedure, revisions }
}

async function readResults({ searchParams }: URL): Promise<unknown> {
  const found = await findProcedures({ db, search }, questionOf(Object.fromEntries(searchParams)))
  return { found }
}
