import type { FoldedMunicipality, FoldedRow } from './municipalities.ts'

/** What an import does: `added` and `changed` are written as they stand, `same` is left alone, `twice` forbids all of it. */
export type ImportPlan = {
  readonly added: readonly FoldedMunicipality[]
  readonly changed: readonly FoldedMunicipality[]
  readonly same: readonly string[]
  /** Indexes of rows that mean a municipality which an earlier row means too. */
  readonly twice: readonly number[]
}

const compared = [
  'country',
  'code',
  'name',
  'nameLocal',
  'region',
  'registeredVoters',
  'developmentLevel',
  'kind',
  'latitude',
  'longitude',
] as const

/**
 * Finds for each row the municipality that it means: country and code, else country and folded name. A row with a code finds
 * an entry of that name that has none yet; a row without one finds the entry of that name where there is only one.
 */
export function planImport(
  rows: readonly FoldedRow[],
  known: readonly FoldedMunicipality[],
  ids: () => string,
): ImportPlan {
  const byCode = new Map(known.flatMap((entry) => (entry.code === null ? [] : [[codeKey(entry), entry] as const])))
  const byName = Map.groupBy(known, nameKey)
  const plan = {
    added: [] as FoldedMunicipality[],
    changed: [] as FoldedMunicipality[],
    same: [] as string[],
    twice: [] as number[],
  }
  const met = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const entry = meant(row, byCode, byName)
    const key = entry?.id ?? (row.code === null ? nameKey(row) : codeKey(row))
    if (met.has(key)) plan.twice.push(index)
    met.add(key)
    if (!entry) plan.added.push({ ...row, id: ids() })
    else {
      const next = {
        ...row,
        id: entry.id,
        code: row.code ?? entry.code,
        developmentLevel: row.developmentLevel ?? entry.developmentLevel,
        kind: row.kind ?? entry.kind,
        languages: row.languages.length > 0 ? row.languages : entry.languages,
      }
      if (isSame(next, entry)) plan.same.push(entry.id)
      else plan.changed.push(next)
    }
  }
  return plan
}

const isSame = (one: FoldedRow, other: FoldedRow): boolean =>
  compared.every((field) => one[field] === other[field]) && one.languages.join() === other.languages.join()

const codeKey = (row: Pick<FoldedRow, 'country' | 'code'>): string => `${row.country} code ${row.code}`
const nameKey = (row: Pick<FoldedRow, 'country' | 'foldedName'>): string => `${row.country} name ${row.foldedName}`

function meant(
  row: FoldedRow,
  byCode: ReadonlyMap<string, FoldedMunicipality>,
  byName: ReadonlyMap<string, readonly FoldedMunicipality[]>,
): FoldedMunicipality | undefined {
  const named = byName.get(nameKey(row)) ?? []
  const uncoded = named.find((entry) => entry.code === null)
  if (row.code !== null) return byCode.get(codeKey(row)) ?? uncoded
  return uncoded ?? (named.length === 1 ? named[0] : undefined)
}
