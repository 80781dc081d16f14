/** The value below which `share` (0 to 1) of the sorted values lie. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}

/** Rows of cells as aligned text, the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

/** A measured value beside what it should be: `12.30 (at least 10: met)`. */
export function judged(value: number, kind: 'least' | 'most', target: number): string {
  const isMet = kind === 'least' ? value >= target : value <= target
  return `${value.toFixed(2)} (at ${kind} ${target}: ${isMet ? 'met' : 'MISSED'})`
}
