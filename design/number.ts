// Made once: a formatter costs more to make than a page to render.
const VIETNAMESE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** `1284.5` → `1.284,5`: as numbers are written in Vietnam, in both languages of the interface. */
export function formatNumber(value: number): string {
  return VIETNAMESE.format(value)
}
