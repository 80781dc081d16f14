import { useText } from '../language.tsx'

export type FigureProps = {
  /** Written out, with its unit: "1.284", "96,4%". */
  readonly value: string
  readonly label: string
  /** What time it speaks of: "Tháng 11/2026". */
  readonly period?: string | undefined
  /** What it was counted from. */
  readonly basis?: string | undefined
  readonly href?: string | undefined
}

/** One number that matters, with the time and the basis without which it means nothing. */
export function Figure({ value, label, period, basis, href }: FigureProps) {
  const text = useText()
  return (
    <div class="figure">
      <p class="figure-value">{value}</p>
      <p class="figure-label">{href ? <a href={href}>{label}</a> : label}</p>
      {period && <p class="figure-note">{period}</p>}
      {basis && (
        <p class="figure-note">
          {text.basis} {basis}
        </p>
      )}
    </div>
  )
}
