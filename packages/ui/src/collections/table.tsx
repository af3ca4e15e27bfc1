import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { Column } from './column.ts'
import { alignClass, tableLook } from './column.ts'

export type TableProps<Row> = {
  /** What the table shows. */
  readonly caption: string
  readonly isCaptionHidden?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Instead of rows when there are none. */
  readonly empty?: ReactNode
  /** A height here makes it scroll under its header. */
  readonly className?: string | undefined
}

/** Facts in rows and columns; its header stays while one scrolls. `SortableTable` sorts and opens rows. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden = true, columns, rows, rowId, empty, className } = props
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    // A region that scrolls has to be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className={classNames(tableLook.frame, className)}>
      <table className={tableLook.table}>
        <caption className={isCaptionHidden ? 'sr-only' : 'px-3 py-2 text-start font-semibold'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(tableLook.header, alignClass(column), column.className)}
              >
                <span className={classNames(column.isTitleHidden && 'sr-only')}>{column.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className="last:*:border-b-0">
              {columns.map((column) => (
                <TableCell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TableCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = classNames(tableLook.cell, alignClass(column), column.className)
  return column.isRowHeader ? (
    <th scope="row" className={className}>
      {column.render(row)}
    </th>
  ) : (
    <td className={className}>{column.render(row)}</td>
  )
}
