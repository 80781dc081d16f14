import { existsSync, readFileSync } from 'node:fs'
import { type Finding, findNewestSeal, printSeal, readPrintedSeals, verifyAccessLog } from '#identity'
import { runCommand, say, withDatabase } from './database.ts'

runCommand(async () => {
  const [file] = process.argv.slice(2)
  if (file && !existsSync(file)) throw new Error(`There is no file ${file}`)
  const printed = file ? readPrintedSeals(readFileSync(file, 'utf8')) : []
  await withDatabase(async (db) => {
    const start = performance.now()
    const { entries, seals, findings, isCutShort } = await verifyAccessLog(db, printed, showProgress)
    if (process.stdout.isTTY) process.stdout.write('\r')
    const seconds = ((performance.now() - start) / 1_000).toFixed(1)
    say(
      `${entries} entries and ${seals} seals read in ${seconds} s, ${printed.length} printed seals compared`,
    )
    for (const finding of findings) say(told(finding))
    if (isCutShort) say('and more: the list is cut here')
    if (findings.length > 0) throw new Error('The access log is not what was written.')
    const seal = await findNewestSeal(db)
    say('The access log is whole.')
    if (seal) say(`Keep this line where this database cannot reach it: ${printSeal(seal)}`)
  })
})

function showProgress(entries: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${entries} entries read `)
}

function told(finding: Finding): string {
  switch (finding.kind) {
    case 'changed':
      return `chain ${finding.chain}, entry ${finding.place}: was changed`
    case 'replaced':
      return `chain ${finding.chain}, entry ${finding.place}: was replaced, the next entry followed another`
    case 'unannounced':
      return `chain ${finding.chain}, entry ${finding.place}: stands behind the head of its chain`
    case 'missing':
      return `chain ${finding.chain}, entries ${finding.place} to ${finding.until}: are missing`
    case 'head_changed':
      return `chain ${finding.chain}: its head is not the digest of its newest entry`
    case 'seal_broken':
      return `seal ${finding.seal}: does not fit the entries that it covers`
    case 'seal_missing':
      return `seal ${finding.seal}: is missing`
    case 'seal_differs':
      return `seal ${finding.seal}: is not the one that was printed`
  }
}
