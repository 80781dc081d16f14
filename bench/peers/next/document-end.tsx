/** Next.js puts its scripts into the page by itself. */
export function DocumentEnd() {
  return null
}
