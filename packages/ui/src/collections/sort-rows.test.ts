import { expect, test } from 'vitest'
import { sortRows } from './sort-rows.ts'

type Row = { readonly name: string; readonly done: number | null }
const rows: readonly Row[] = [
  { name: 'Ljig', done: 7 },
  { name: 'Loznica', done: null },
  { name: 'Lučani', done: 82 },
]
const columns = [
  { id: 'name', title: 'Name', render: ({ name }: Row) => name, sortValue: ({ name }: Row) => name },
  { id: 'done', title: 'Done', render: ({ done }: Row) => done, sortValue: ({ done }: Row) => done },
  { id: 'plain', title: 'Plain', render: () => null },
]
const serbian = new Intl.Collator('sr-Latn').compare
const sorted = (columnId: string, direction: 'ascending' | 'descending') =>
  sortRows(rows, columns, { columnId, direction }, serbian).map(({ name }) => name)

test('texts are sorted as the language does: lj after l', () => {
  expect(sorted('name', 'ascending')).toEqual(['Loznica', 'Lučani', 'Ljig'])
  expect(sorted('name', 'descending')).toEqual(['Ljig', 'Lučani', 'Loznica'])
})

test('rows without a value come last either way', () => {
  expect(sorted('done', 'ascending')).toEqual(['Ljig', 'Lučani', 'Loznica'])
  expect(sorted('done', 'descending')).toEqual(['Lučani', 'Ljig', 'Loznica'])
})

test('a column without values leaves the rows as they came', () => {
  expect(sorted('plain', 'descending')).toEqual(['Ljig', 'Loznica', 'Lučani'])
})
