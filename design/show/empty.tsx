import type { ComponentChildren } from 'preact'

/** Nothing here, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg class="empty-door" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
        <path d="M10 44V8h28v36M4 44h40M24 8v36M19 27v3M29 27v3" />
      </svg>
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
