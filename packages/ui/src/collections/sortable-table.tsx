import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import type { ColumnRenderProps } from 'react-aria-components/Table'
import { Cell, Column as AriaColumn, Row as AriaRow, Table, TableBody, TableHeader } from 'react-aria-components/Table'
import { useLocale } from 'react-aria-components/I18nProvider'
import { classNames } from '../class-names.ts'
import type { Column } from './column.ts'
import { alignClass, tableLook } from './column.ts'
import type { Sorting } from './sort-rows.ts'
import { sortRows } from './sort-rows.ts'

export type SortableTableProps<Row> = {
  /** What the table shows; read aloud. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly initialSorting?: Sorting | undefined
  /** Opens a row, by press or Enter. */
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly empty: ReactNode
  readonly className?: string | undefined
}

/** A table that sorts by its headers and is driven by arrow keys. */
export function SortableTable<Row>(props: SortableTableProps<Row>) {
  const { label, columns, rows, rowId, initialSorting, onOpen, empty, className } = props
  const [sorting, setSorting] = useState(initialSorting)
  const { locale } = useLocale()
  const sorted = useMemo(
    () => sortRows(rows, columns, sorting, new Intl.Collator(locale, { numeric: true }).compare),
    [rows, columns, sorting, locale],
  )
  const open = (key: unknown) => {
    const row = rows.find((one) => rowId(one) === key)
    if (row !== undefined) onOpen?.(row)
  }
  return (
    <div className={classNames(tableLook.frame, className)}>
      <Table
        aria-label={label}
        {...(sorting ? { sortDescriptor: { column: sorting.columnId, direction: sorting.direction } } : {})}
        onSortChange={({ column, direction }) => setSorting({ columnId: String(column), direction })}
        {...(onOpen ? { onRowAction: open } : {})}
        className={tableLook.table}
      >
        <TableHeader>{columns.map(headerOf)}</TableHeader>
        <TableBody renderEmptyState={() => empty}>
          {sorted.map((row) => (
            <AriaRow
              key={rowId(row)}
              id={rowId(row)}
              className={classNames('focus-ring-inset data-hovered:bg-hover', onOpen && 'cursor-pointer')}
            >
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  className={classNames('focus-ring-inset', tableLook.cell, alignClass(column), column.className)}
                >
                  {column.render(row)}
                </Cell>
              ))}
            </AriaRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function headerOf<Row>(column: Column<Row>) {
  return (
    <AriaColumn
      key={column.id}
      id={column.id}
      isRowHeader={column.isRowHeader ?? false}
      allowsSorting={column.sortValue !== undefined}
      textValue={column.title}
      className={classNames(
        'focus-ring-inset data-allows-sorting:cursor-pointer data-hovered:text-text',
        tableLook.header,
        alignClass(column),
        column.className,
      )}
    >
      {({ allowsSorting, sortDirection }) => (
        <span className={classNames('inline-flex items-center gap-1', column.align === 'end' && 'flex-row-reverse')}>
          <span className={classNames(column.isTitleHidden && 'sr-only')}>{column.title}</span>
          {allowsSorting && <SortSign direction={sortDirection} />}
        </span>
      )}
    </AriaColumn>
  )
}

function SortSign({ direction }: { readonly direction: ColumnRenderProps['sortDirection'] }) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  return <Arrow size={12} aria-hidden className={classNames('shrink-0', direction === undefined && 'invisible')} />
}
