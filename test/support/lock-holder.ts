import { lockInstance } from '#platform/instance-lock'

/** Takes a data folder at a given moment and holds it until killed, for tests: lock-holder.ts VAR-DIR [EPOCH-MS] */
const [varDir = '', moment = '0'] = process.argv.slice(2)

while (Date.now() < Number(moment)) {
  // All that take part are awake at the same moment.
}
lockInstance(varDir)
console.log('taken')
setInterval(() => {}, 60_000)
