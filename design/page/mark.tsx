/** The mark: a gate with its eaves, one leaf open. Drawn for this portal; it borrows nothing from the national emblem. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
      <path class="mark-gate" d="M2 13.5c6 0 9-2.5 11-7.5h22c2 5 5 7.500 11 7.500l-3 5.500H5z" />
      <path class="mark-gate" d="M8 22h6v20H8zM34 22h6v20h-6z" />
      <path class="mark-leaf" d="M17 22l10 4v20l-10-4z" />
      <path class="mark-gate" d="M4 42h13v4H4zM27 42h17v4H27z" />
    </svg>
  )
}
