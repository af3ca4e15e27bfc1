import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { MunicipalityRow } from '@kolo/domain/municipalities/municipalities'
import { type ImportPlan, planImport } from '@kolo/domain/municipalities/plan-import'
import type { RowError } from '@kolo/domain/municipalities/read-rows'
import { fold } from '@kolo/i18n'
import { importMunicipalityRows } from '../features/municipalities/commands/import-municipalities.ts'
import { municipalitiesIn } from '../features/municipalities/municipalities.queries.ts'
import { parseMunicipalities } from '../features/municipalities/parse-municipalities.ts'
import type { Kernel } from '../kernel/kernel.ts'

/** What an import would do, or has done. With errors nothing was written. */
export type ImportReport = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly same: number
  readonly errors: readonly RowError[]
  readonly written: boolean
}

/** Imports a file of municipalities (CSV or XLSX), all rows or none; with `preview` it only says what it would do. */
export async function importMunicipalities(
  hub: { readonly kernel: Kernel },
  file: string,
  { preview }: { preview: boolean },
): Promise<ImportReport> {
  const { rows, errors } = await parseMunicipalities(await readFile(file))
  const plan = await planOf(hub.kernel, rows)
  const twice = plan.twice.map((index) => ({
    line: rows[index]!.line,
    problem: 'twice' as const,
    value: rows[index]!.name,
  }))
  const report = {
    added: plan.added.map(({ name }) => name),
    changed: plan.changed.map(({ name }) => name),
    same: plan.same.length,
    errors: [...errors, ...twice].toSorted((a, b) => a.line - b.line),
  }
  if (preview || report.errors.length > 0 || rows.length === 0) return { ...report, written: false }
  const network = await hub.kernel.reads
    .selectFrom('space')
    .select('id')
    .where('kind', '=', 'network')
    .executeTakeFirstOrThrow()
  await hub.kernel.execute(importMunicipalityRows, {
    sender: { personId: SYSTEM_ACTOR_ID, system: true },
    commandId: randomUUID(),
    input: { spaceId: network.id, rows: rows.map(({ line: _line, ...row }) => row) },
  })
  return { ...report, written: true }
}

async function planOf(kernel: Kernel, rows: readonly MunicipalityRow[]): Promise<ImportPlan> {
  const countries = [...new Set(rows.map((row) => row.country))]
  const known = countries.length === 0 ? [] : await municipalitiesIn(kernel.reads, countries)
  return planImport(
    rows.map((row) => ({ ...row, foldedName: fold(row.name) })),
    known,
    randomUUID,
  )
}
