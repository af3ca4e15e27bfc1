/** A statement with its values, before it is sent. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

// Rows of plain values: the database reads nothing to make them, so that they don't depend on one another.
const plainInsert = /^insert into ("\w+") \("\w+"(?:, "\w+")*\) values (\(\$\d+(?:, \$\d+)*\))$/
const plainUpdate =
  /^update ("\w+") set ("\w+" = \$\d+(?:, "\w+" = \$\d+)*) where "\w+" = \$\d+(?: and "\w+" = \$\d+)*$/

const tableOf = ({ text }: Statement): string | undefined => (plainInsert.exec(text) ?? plainUpdate.exec(text))?.[1]

/** Whether nothing tells these writes apart from having run at once: each reads nothing, and none touches what another does. */
export function areIndependent(writes: readonly Statement[]): boolean {
  const tables = writes.map(tableOf)
  return !tables.includes(undefined) && new Set(tables).size === tables.length
}

/**
 * What many commands write, with fewer statements that leave the same: rows of one table go in together, and of several
 * updates of one row only the last is worth sending. As they are where one of them isn't plain.
 */
export function gathered(writes: readonly Statement[]): readonly Statement[] {
  if (writes.length < 2 || writes.some((write) => tableOf(write) === undefined)) return writes
  const [updates, inserts] = [writes.filter(isUpdate), writes.filter((write) => !isUpdate(write))]
  // Behind the inserts updates find every row that they would have found.
  return [...together(inserts), ...lastOfEachRow(updates)]
}

const isUpdate = ({ text }: Statement): boolean => plainUpdate.test(text)

function lastOfEachRow(updates: readonly Statement[]): Statement[] {
  const last = new Map<string, Statement>()
  for (const update of updates) {
    const row = rowOf(update)
    // To its end: another text may have set the same field in between.
    last.delete(row)
    last.set(row, update)
  }
  return [...last.values()]
}

/** Which fields of which row an update sets. */
function rowOf({ text, values }: Statement): string {
  const set = plainUpdate.exec(text)?.[2]?.split(', ').length ?? 0
  return JSON.stringify([text, values.slice(set)])
}

// A text for each power of two: each connection prepares only few, whatever the number of rows.
const mostRows = 64

/** Neighbours that differ in nothing but their values become rows of one statement. */
function together(inserts: readonly Statement[]): Statement[] {
  const joined: Statement[] = []
  for (let at = 0; at < inserts.length;) {
    const { text } = inserts[at]!
    const end = inserts.findIndex((insert, index) => index > at && insert.text !== text)
    const alike = (end === -1 ? inserts.length : end) - at
    const rows = Math.min(2 ** Math.floor(Math.log2(alike)), mostRows)
    joined.push(asRows(inserts.slice(at, at + rows)))
    at += rows
  }
  return joined
}

function asRows(inserts: readonly Statement[]): Statement {
  const [first] = inserts as [Statement]
  const row = plainInsert.exec(first.text)?.[2] ?? ''
  const further = inserts.slice(1).map(({ values }, index) => shifted(row, values.length * (index + 1)))
  return { text: [first.text, ...further].join(', '), values: inserts.flatMap(({ values }) => values) }
}

/** `statement` with independent writes as parts of it, which run with it or not at all. It begins with `with`. */
export function withWrites(statement: Statement, writes: readonly Statement[]): Statement {
  const values = [...statement.values]
  const parts = writes.map((write, index) => {
    const part = `written_${index} as (${shifted(write.text, values.length)})`
    values.push(...write.values)
    return part
  })
  return { text: `with ${[...parts, statement.text.trim().slice('with'.length).trim()].join(', ')}`, values }
}

/** The same with parameters that are numbered from another one on. */
const shifted = (text: string, by: number): string =>
  text.replaceAll(/\$(\d+)/g, (_, number) => `$${Number(number) + by}`)
