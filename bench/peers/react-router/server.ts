import { createServer } from 'node:http'
import { createRequestListener } from '@react-router/node'

/** The leanest server that React Router runs on: no Express, no access log, no compression. */
const listener = createRequestListener({
  build: await import(new URL('./build/server/index.js', import.meta.url).href),
  mode: 'production',
})
createServer(listener).listen(Number(process.env['PORT']), process.env['HOST'])
