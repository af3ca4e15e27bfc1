import { startEmbedded } from './embedded.ts'

// The embedded database in a process of its own, for several servers: `node run.ts FOLDER` prints its address when it is
// ready, and stops it on a signal.
const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('Say which folder: run.ts FOLDER')
const { connection, stop } = await startEmbedded({
  dataDir,
  log: () => undefined,
  settings: { max_connections: '100' },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(0)))
// Without a handle of its own the process would end here.
setInterval(() => undefined, 60_000)
const { host, port, user, database } = connection
process.stdout.write(`postgres://${user}@127.0.0.1:${port}/${database}?host=${encodeURIComponent(host)}\n`)
