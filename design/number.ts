// Made once: a formatter costs more to make than a page to render.
const VIETNAMESE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** `1284.5` → `1.284,5`: as numbers are written in Vietnam, in both languages of the interface. */
export function formatNumber(value: number): string {
  // Most numbers on a page are small and need no formatting.
  const isPlain = Number.isInteger(value) && value >= 0 && value < 1_000
  return isPlain ? String(value) : VIETNAMESE.format(value)
}
