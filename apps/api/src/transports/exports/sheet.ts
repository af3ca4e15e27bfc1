/** A cell: text, a figure, a day (`YYYY-MM-DD`), or nothing, which is not zero. */
export type Cell = string | number | null | { readonly day: string }

/** A table that is written row by row; its rows come in pages, so that none lies in memory whole. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  pages(): AsyncIterable<readonly (readonly Cell[])[]>
}
