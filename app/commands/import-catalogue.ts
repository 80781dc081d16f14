import { existsSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ImportReport, importProcedures, readLines } from '#catalogue'
import { prepareDatabase } from '../prepare.ts'
import { runCommand, say, withDatabase } from './database.ts'

const SHOWN_REJECTIONS = 20

runCommand(async () => {
  const [file, reportFile] = process.argv.slice(2)
  if (!file) throw new Error('Which file? bin/import-catalogue FILE [REPORT.json]')
  if (!existsSync(file)) throw new Error(`There is no file ${file}`)
  await withDatabase(async (db) => {
    await prepareDatabase(db, { seedsDemo: true }, say)
    const start = performance.now()
    const report = await importProcedures(db, readLines(file), {
      source: basename(file),
      now: new Date(),
      onProgress: showProgress,
    })
    tell(report, performance.now() - start)
    if (reportFile) writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`)
  })
})

function showProgress(lines: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${lines} lines read `)
}

function tell({ lines, added, revised, unchanged, rejected }: ImportReport, tookMs: number): void {
  if (process.stdout.isTTY) process.stdout.write('\r')
  say(`${lines} lines in ${(tookMs / 1_000).toFixed(1)} s`)
  say(
    `${added} procedures added, ${revised} revised, ${unchanged} unchanged, ${rejected.length} lines rejected`,
  )
  for (const { line, reason } of rejected.slice(0, SHOWN_REJECTIONS)) say(`  line ${line}: ${reason}`)
  if (rejected.length > SHOWN_REJECTIONS) {
    say(`  and ${rejected.length - SHOWN_REJECTIONS} more: name a report file to have them all`)
  }
}
