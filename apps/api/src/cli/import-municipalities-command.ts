import { createTranslator } from '@kolo/i18n'
import type { Hub } from '../hub.ts'
import type { Options } from './cli-command.ts'
import { importMunicipalities } from './import-municipalities.ts'
import { UsageError } from './usage-error.ts'

/** Imports a file (CSV or XLSX) and prints what came of it, or every row that can't be read, with its line. */
export async function printImport(hub: Hub, [file]: readonly string[], { preview = false }: Options): Promise<number> {
  if (!file) throw new UsageError('Name the file (CSV or XLSX): import municipalities FILE')
  const report = await importMunicipalities(hub, file, { preview })
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  const t = await createTranslator('en', ['municipalities'])
  for (const { line, problem, value } of report.errors) {
    const words =
      problem === 'missingColumn'
        ? t('municipalities:missingColumn', { column: value })
        : t(`municipalities:${problem}`, { value })
    print(t('municipalities:importLine', { line, problem: words }))
  }
  print(
    `${report.added.length} to add, ${report.changed.length} to change, ${report.same} as they are, ${report.errors.length} with errors.`,
  )
  print(report.written ? 'Imported.' : 'Nothing was written.')
  return report.errors.length > 0 ? 1 : 0
}
