import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'
import type { Tone } from './tag.tsx'

type Props = {
  readonly tone: Tone
  readonly stage: string
  readonly holder: string
  /** A day or a period, already written out: "trước 28/11/2026". */
  readonly expected?: string | undefined
  /** Exactly what the person must do. Absent: nothing, and the line says so. */
  readonly action?: ComponentChildren
}

/** Where a dossier stands, in plain words: which stage, who holds it, what comes next, whose turn it is. */
export function StatusLine({ tone, stage, holder, expected, action }: Props) {
  const text = useText()
  return (
    <dl class={`status status--${tone}`}>
      <div class="status-stage">
        <dt>{text.status.stage}</dt>
        <dd>{stage}</dd>
      </div>
      <div>
        <dt>{text.status.holder}</dt>
        <dd>{holder}</dd>
      </div>
      {expected && (
        <div>
          <dt>{text.status.expected}</dt>
          <dd>{expected}</dd>
        </div>
      )}
      <div>
        <dt>{text.status.yourTurn}</dt>
        <dd>{action ?? text.status.nothing}</dd>
      </div>
    </dl>
  )
}
