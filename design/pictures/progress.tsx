import { useText } from '../language.tsx'

/** Tiến độ of work whose length is known. */
export function Progress({ label, value, max = 100 }: { label: string; value: number; max?: number }) {
  const percent = max > 0 ? Math.round((100 * Math.min(value, max)) / max) : 0
  return (
    <div class="progress">
      <p id={`progress-${percent}`}>
        {label} <span class="progress-number">{percent}%</span>
      </p>
      <progress value={value} max={max} aria-label={label} />
    </div>
  )
}

/** Waiting for something whose length is not known. The words are said once; the turning is only a picture. */
export function Spinner({ label }: { label?: string }) {
  const text = useText()
  return (
    <p class="spinner" role="status">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <circle class="spinner-track" cx="12" cy="12" r="9" />
        <path d="M12 3a9 9 0 0 1 9 9" />
      </svg>
      {label ?? text.loading}
    </p>
  )
}
