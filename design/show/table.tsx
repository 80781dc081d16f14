// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on phones takes the roles away in some browsers.
import type { ComponentChildren } from 'preact'

export type Column = { readonly head: string; readonly isNumeric?: boolean }

type Props = {
  readonly caption: string
  /** When a heading just above says the same. */
  readonly hidesCaption?: boolean | undefined
  readonly columns: readonly Column[]
  /** A row is its cells; the first names the row. */
  readonly rows: readonly (readonly ComponentChildren[])[]
  /** Keeps its columns on phones: for two or three short ones. */
  readonly isCompact?: boolean | undefined
}

/**
 * On a phone each row becomes a small block and each cell carries its head.
 * The roles are said again, because changing `display` takes them away in some browsers.
 */
export function Table({ caption, hidesCaption = false, columns, rows, isCompact = false }: Props) {
  return (
    <table class={isCompact ? 'table table--compact' : 'table'} role="table">
      <caption class={hidesCaption ? 'hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} scope="col" role="columnheader" class={numeric(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells, at) => (
          <Row key={at} cells={cells} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ cells, columns }: { cells: readonly ComponentChildren[]; columns: readonly Column[] }) {
  return (
    <tr role="row">
      {columns.map((column, at) =>
        at === 0 ? (
          <th key={column.head} scope="row" role="rowheader">
            {cells[at]}
          </th>
        ) : (
          <td key={column.head} role="cell" class={numeric(column)} data-head={column.head}>
            <div class="table-value">{cells[at]}</div>
          </td>
        ),
      )}
    </tr>
  )
}

function numeric({ isNumeric = false }: Column): string | undefined {
  return isNumeric ? 'numeric' : undefined
}
