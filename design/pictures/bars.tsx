export type BarRow = {
  readonly label: string
  readonly value: number
  /** The number as it is shown: "1.284", "96,4%". */
  readonly shown: string
  readonly href?: string | undefined
}

type Props = {
  readonly caption: string
  readonly labelHead: string
  readonly valueHead: string
  readonly rows: readonly BarRow[]
  /** What a full bar stands for. Absent: the largest value. */
  readonly full?: number | undefined
}

const WIDTH = 200

/** Bars with their numbers. It is a table first: the bar is a picture of the number beside it. */
export function Bars({ caption, labelHead, valueHead, rows, full }: Props) {
  const most = full ?? Math.max(...rows.map((row) => row.value), 1)
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labelHead}</th>
          <th scope="col" class="numeric">
            {valueHead}
          </th>
          <td class="bars-picture" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
            <td class="numeric">{row.shown}</td>
            <td class="bars-picture">
              <svg
                viewBox={`0 0 ${WIDTH} 14`}
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect width={Math.round((WIDTH * Math.min(row.value, most)) / most)} height="14" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
