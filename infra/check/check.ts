import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const steps: { name: string; command: string }[] = [
  { name: 'types', command: 'turbo run types --continue --output-logs=errors-only' },
  { name: 'lint', command: 'oxlint' },
  { name: 'format', command: 'oxfmt --check' },
  { name: 'boundaries', command: 'vitest run --config tests/vitest.config.ts --project units tests/architecture' },
  { name: 'dead code', command: 'knip --no-progress' },
  { name: 'message keys', command: 'node packages/i18n/src/check.ts' },
]

/** Every step runs even after a failure, so that one run shows all that is to mend. */
const results = steps.map(({ name, command }) => {
  console.log(`\n── ${name}: ${command}`)
  const started = performance.now()
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(command, { cwd: root, env, shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
  return { name, ok: status === 0, seconds: (performance.now() - started) / 1000 }
})

console.log('')
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)} ${seconds.toFixed(1)} s`)
}
process.exit(results.every(({ ok }) => ok) ? 0 : 1)
