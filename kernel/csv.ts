/** One row of a table with a header, by column name. An empty cell is an empty text. */
export type CsvRow = Readonly<Record<string, string>>

const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y

/**
 * Reads comma-separated text with a header line (RFC 4180: quoted cells, doubled quotes, cells over several lines).
 * @throws RangeError naming the line when a row has another number of cells than the header, or a quote is misplaced
 */
export function readCsv(text: string): readonly CsvRow[] {
  const [header = [], ...rows] = cellsOf(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  return rows.map((cells, i) => {
    if (cells.length !== header.length) {
      throw new RangeError(`Row ${i + 2} has ${cells.length} cells, the header has ${header.length}`)
    }
    return Object.fromEntries(header.map((name, column) => [name, cells[column] ?? '']))
  })
}

/** A cell that must be there. @throws RangeError when the table has no such column */
export function cell(row: CsvRow, column: string): string {
  const value = row[column]
  if (value === undefined) throw new RangeError(`No column ${column}`)
  return value
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text)
    if (!match) throw new RangeError(`Misplaced quote in row ${rows.length + 1}`)
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',' && CELL.lastIndex < text.length) continue
    if (match[3] === ',') cells.push('')
    rows.push(cells)
    cells = []
  }
  return rows
}

/**
 * Rows as a spreadsheet reads them: quoted where needed, lines ended by CR LF (RFC 4180). A cell that a spreadsheet would take for a
 * formula gets a quote in front, so that it stays text.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
