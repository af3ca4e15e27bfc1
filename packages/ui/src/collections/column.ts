import type { ReactNode } from 'react'

/** A column of a table over rows of one kind. */
export type Column<Row> = {
  readonly id: string
  readonly title: string
  /** The title is only read aloud: over buttons. */
  readonly isTitleHidden?: boolean | undefined
  readonly render: (row: Row) => ReactNode
  /** `end` for numbers. */
  readonly align?: 'start' | 'end' | 'center'
  /** Names the row; one column at least. */
  readonly isRowHeader?: boolean
  /** Makes the column sortable, where the table is: numbers and strings, `null` sorts last. */
  readonly sortValue?: ((row: Row) => string | number | null) | undefined
  /** Width and the like. */
  readonly className?: string | undefined
}

const aligns = { start: 'text-start', end: 'text-end tabular-nums', center: 'text-center' } as const

/** The class for where a column's cells stand. */
export function alignClass({ align = 'start' }: Pick<Column<never>, 'align'>): string {
  return aligns[align]
}

/** The classes that both kinds of tables share. */
export const tableLook = {
  frame: 'min-w-0 overflow-auto',
  table: 'w-full border-separate border-spacing-0 text-base',
  header:
    'sticky top-0 z-10 border-b bg-surface px-3 py-2 text-sm first:pl-4 last:pr-4 font-medium whitespace-nowrap text-muted',
  cell: 'border-b px-3 py-2 align-top font-normal first:pl-4 last:pr-4',
} as const
