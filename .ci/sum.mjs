// Sums the JSON reports of vitest in a folder and prints "N passed, N failed" as the last line.
// usage: node .ci/sum.mjs FOLDER [NAME OF A FAILED PHASE ...]; exit code 1 unless tests ran and nothing failed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, ...failedPhases] = process.argv.slice(2)
let passed = 0
let failed = 0

for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  // A file that can't even be loaded holds no test that could fail.
  failed += report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
}
for (const phase of failedPhases) console.log(`failed phase: ${phase}`)
if (passed === 0 && failed === 0) console.log('No test ran.')
if (failed === 0) failed = failedPhases.length + (passed === 0 ? 1 : 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
