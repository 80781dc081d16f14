import { startEmbeddedPostgres } from '#platform/embedded-postgres'

/** Starts an embedded database and holds it until killed, for tests: embedded-owner.ts VAR-DIR */
const [varDir = ''] = process.argv.slice(2)

const { url } = await startEmbeddedPostgres({ varDir })
console.log(`ready at ${url}`)
