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
    const progress = progressBar()
    const report = await importProcedures(db, readLines(file, progress.share), {
      source: basename(file),
      now: new Date(),
      onProgress: progress.lines,
    })
    progress.end()
    tell(report, performance.now() - start)
    if (reportFile) writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`)
  })
})

const BAR = 30

/** A bar for a person at a terminal, a line for each quarter in a log. */
function progressBar() {
  let share = 0
  let lines = 0
  let told = 0
  const show = (): void => {
    const percent = Math.floor(share * 100)
    if (process.stdout.isTTY) {
      const filled = Math.round(share * BAR)
      process.stdout.write(
        `\r  [${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}] ${percent}%  ${lines} lines `,
      )
    } else if (percent >= told + 25) {
      told = percent - (percent % 25)
      say(`${told}% read, ${lines} lines`)
    }
  }
  return {
    share: (now: number): void => {
      share = now
      show()
    },
    lines: (now: number): void => {
      lines = now
      show()
    },
    end: (): void => {
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
    },
  }
}

function tell({ lines, added, revised, unchanged, rejected }: ImportReport, tookMs: number): void {
  say(`${lines} lines in ${(tookMs / 1_000).toFixed(1)} s`)
  say(
    `${added} procedures added, ${revised} revised, ${unchanged} unchanged, ${rejected.length} lines rejected`,
  )
  for (const { line, reason } of rejected.slice(0, SHOWN_REJECTIONS)) say(`  line ${line}: ${reason}`)
  if (rejected.length > SHOWN_REJECTIONS) {
    say(`  and ${rejected.length - SHOWN_REJECTIONS} more: name a report file to have them all`)
  }
}
