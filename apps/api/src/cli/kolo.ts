import { parseArgs } from 'node:util'
import { readEnv } from '../env.ts'
import { type HubLog, joinHub } from '../hub.ts'
import { notifier } from '../launch/notify-line.ts'
import { nodeName, tellOthers } from '../launch/wake-ups.ts'
import { commands } from './commands.ts'
import { UsageError } from './usage-error.ts'

/** The administrator's commands: `npm run kolo -- <command>`. They work beside a running server. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      preview: { type: 'boolean', default: false },
      name: { type: 'string' },
      email: { type: 'string' },
      output: { type: 'string' },
      files: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const found = commands.find(({ words }) => words.every((word, index) => positionals[index] === word))
  if (!found || values.help) {
    process.stdout.write(`${usage()}\n`)
    return values.help ? 0 : 2
  }
  const log: HubLog = {
    info: (message) => void process.stderr.write(`${message}\n`),
    error: (error) => void process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`),
  }
  const hub = await joinHub(readEnv(), log, { migrates: !found.onlyLooks })
  const stopTelling = tellOthers(hub.kernel, nodeName(), notifier(hub.pool, log.error))
  try {
    return await found.run(hub, positionals.slice(found.words.length), values)
  } finally {
    stopTelling()
    await hub.close()
  }
}

function usage(): string {
  const width = Math.max(...commands.map(({ usage: form }) => form.length))
  return [
    'Usage: npm run kolo -- COMMAND',
    '',
    ...commands.map(({ usage: form, about }) => `  ${form.padEnd(width)}  ${about}`),
  ].join('\n')
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  },
)
