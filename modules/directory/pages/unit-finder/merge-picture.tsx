const WIDTH = 280
const ROW = 40
const BOX = 32
const INDENT = 26
const SPINE = 10
const MOST_ROWS = 7
const LONGEST = 30

type Props = {
  readonly from: readonly string[]
  readonly into: readonly string[]
  /** "và 3 nơi nữa". */
  readonly andMore: (many: number) => string
}

/**
 * Old units above, units of today below, joined by one line: merged when it gathers, divided when it spreads. A picture of
 * what stands in words beside it, so it is hidden from screen readers.
 */
export function MergePicture({ from, into, andMore }: Props) {
  const old = shorten(from, andMore)
  const now = shorten(into, andMore)
  const height = (old.length + now.length) * ROW
  const last = middle(old.length + now.length - 1)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M${SPINE} ${middle(0)}V${last}`} />
      {old.map((name, at) => (
        <g key={name}>
          <path d={`M${SPINE} ${middle(at)}H${INDENT}`} />
          <Box at={at} name={name} dash="4 3" />
        </g>
      ))}
      {now.map((name, at) => (
        <g key={name}>
          <path d={`M${SPINE} ${middle(old.length + at)}h12m-5 -5l6 5l-6 5`} />
          <Box at={old.length + at} name={name} />
        </g>
      ))}
    </svg>
  )
}

function Box({ at, name, dash }: { at: number; name: string; dash?: string }) {
  return (
    <>
      <rect
        x={INDENT}
        y={at * ROW + (ROW - BOX) / 2}
        width={WIDTH - INDENT - 1}
        height={BOX}
        rx="4"
        stroke-width={dash ? 1 : 2}
        stroke-dasharray={dash}
      />
      <text x={INDENT + 10} y={middle(at) + 5} font-size="15" fill="currentColor" stroke="none">
        {name}
      </text>
    </>
  )
}

function middle(at: number): number {
  return at * ROW + ROW / 2
}

function shorten(names: readonly string[], andMore: Props['andMore']): readonly string[] {
  const cut = names.map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name))
  const rest = cut.length - MOST_ROWS + 1
  return rest > 1 ? [...cut.slice(0, MOST_ROWS - 1), andMore(rest)] : cut
}
