/** Moves to the error summary, and from one of its lines to the first input of its field. */
export function enhanceErrors(): void {
  document.querySelector<HTMLElement>('[data-errors="focus"]')?.focus()
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-errors] a') : null
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return

    event.preventDefault()
    // The question comes into sight together with its field.
    const group = field.closest('fieldset, .govuk-form-group') ?? field
    group.scrollIntoView()
    field.focus({ preventScroll: true })
  })
}
