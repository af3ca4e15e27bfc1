// Sums the JSON reports of vitest in a folder: names what failed, and why, after all else that was printed,
// and prints "N passed, N failed" as the last line.
// usage: node .ci/sum.mjs FOLDER [NAME OF A FAILED PHASE ...]; exit code 1 unless tests ran and nothing failed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const [folder, ...failedPhases] = process.argv.slice(2)
let passed = 0
let failed = 0

function tell(file, title, messages) {
  console.log(`failed: ${relative(process.cwd(), file.name)} > ${title}`)
  for (const message of messages) console.log(message.split('\n').slice(0, 25).join('\n'))
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  for (const file of report.testResults.filter((each) => each.status === 'failed')) {
    const tests = file.assertionResults.filter((test) => test.status === 'failed')
    for (const test of tests) tell(file, test.fullName, test.failureMessages)
    // A file that can't even be loaded, or whose preparation fails, holds no test that could fail.
    if (tests.length === 0) {
      failed += 1
      tell(file, 'the file itself', [file.message])
    }
  }
}
// A failure outside any test (an error nobody handled, an install) is in no report: it is told from what was printed.
function tellPhase(phase) {
  console.log(`failed phase: ${phase}`)
  const log = join(folder, `${phase}.log`)
  if (!existsSync(log)) return
  const lines = readFileSync(log, 'utf8').split('\n')
  const unhandled = lines.findIndex((line) => line.includes('Unhandled Error'))
  console.log((unhandled >= 0 ? lines.slice(unhandled, unhandled + 80) : lines.slice(-40)).join('\n'))
}

for (const phase of failedPhases) tellPhase(phase)
if (passed === 0 && failed === 0) console.log('No test ran.')
if (failed === 0) failed = failedPhases.length + (passed === 0 ? 1 : 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
