/** Whole đồng. Vietnam has no smaller unit in use, so money is never a fraction. */
export type Dong = number & { readonly __unit: 'dong' }

/** @throws RangeError when `amount` is negative, fractional or beyond the safe integers */
export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new RangeError(`Not a whole amount of đồng: ${amount}`)
  }
  return amount as Dong
}

/** `1250000` → `1.250.000 ₫`, as printed on receipts. */
export function formatDong(amount: number): string {
  return `${Math.trunc(amount)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')} ₫`
}
