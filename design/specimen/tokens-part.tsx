import { Table } from '../show/table.tsx'
import { COLOURS, contrast, PAIRS, SPACES, TYPE_SCALE } from '../tokens.ts'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

export function TokensPart({ text }: PartProps) {
  const words = text.tokens
  return (
    <>
      <Sample name={words.colours}>
        <ul class="swatches">
          {Object.entries(COLOURS).map(([name, value]) => (
            <li key={name}>
              <svg viewBox="0 0 96 48" aria-hidden="true" focusable="false">
                <rect width="96" height="48" fill={value} />
              </svg>
              <strong>{name}</strong> <code>{value}</code>
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name={words.ratio}>
        <Table
          caption={words.ratio}
          hidesCaption
          columns={[
            { head: words.use },
            { head: words.colour },
            { head: words.ratio, isNumeric: true },
            { head: words.needed, isNumeric: true },
          ]}
          rows={PAIRS.map(([front, ground, least]) => [
            `${front} / ${ground}`,
            <Pair key={front} front={COLOURS[front]} ground={COLOURS[ground]} />,
            `${ratio(contrast(COLOURS[front], COLOURS[ground]))} : 1`,
            `${ratio(least)} : 1`,
          ])}
        />
      </Sample>
      <Sample name={words.scale}>
        {TYPE_SCALE.map((step) => (
          <TypeSample key={step.name} step={step} text={text} />
        ))}
      </Sample>
      <Sample name={words.measure}>
        <p>{words.measureText}</p>
      </Sample>
      <Sample name={words.digits}>
        <p class="numeric">
          1.111.111 ₫<br />
          8.240.960 ₫
        </p>
      </Sample>
      <Sample name={words.spaces}>
        <ul class="spaces">
          {SPACES.map((pixels) => (
            <li key={pixels}>
              <svg width={pixels} height="16" aria-hidden="true" focusable="false">
                <rect width={pixels} height="16" fill={COLOURS.gold} />
              </svg>{' '}
              {pixels} px
            </li>
          ))}
        </ul>
      </Sample>
    </>
  )
}

function Pair({ front, ground }: { front: string; ground: string }) {
  return (
    <svg class="pair" viewBox="0 0 96 32" width="96" height="32" aria-hidden="true" focusable="false">
      <rect width="96" height="32" fill={ground} />
      <path d="M16 16h16M40 16h40" stroke={front} stroke-width="8" />
    </svg>
  )
}

function TypeSample({ step, text }: { step: (typeof TYPE_SCALE)[number] } & PartProps) {
  return (
    <div class="type-sample">
      <p class={`type-sample--${step.name}`} lang="vi">
        {text.tokens.pangram}
      </p>
      <p class="quiet">
        {step.name}: {text.tokens.scaleNote(step.phone, step.desktop, ratio(step.line))}
      </p>
    </div>
  )
}

function ratio(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })
}
