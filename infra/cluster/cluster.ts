import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWebIfStale } from '../start/build-web.ts'
import { freePort, type Process, ready, start } from './process.ts'
import { startProxy } from './proxy.ts'
import { startRedis } from './redis.ts'

const port = Number(process.env.PORT ?? 4000)
const address = `http://127.0.0.1:${port}`
const folder = process.env.KOLO_DATA ?? 'data/cluster'
const account = join(folder, 'administrator')
const email = 'administrator@kolo.test'

/** How to stop what runs, the last first. */
const stops: (() => unknown)[] = []
let stopping: Promise<void> | undefined
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function stop(): Promise<void> {
  const stopAll = async (): Promise<void> => {
    for (let next = stops.pop(); next; next = stops.pop()) await next()
  }
  return (stopping ??= stopAll())
}

/** Two nodes behind one address, on one PostgreSQL and one Redis. */
async function main(): Promise<void> {
  await buildWebIfStale()
  mkdirSync(folder, { recursive: true })
  const redis = await startRedis()
  stops.push(() => redis.stop())
  const databaseUrl = await startDatabase()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redis.url,
    PUBLIC_URL: address,
    TRUST_PROXY: '127.0.0.1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    // Files lie on the disk: both nodes have the same one.
    KOLO_DATA: folder,
  }
  const password = await administrator(env)
  const ports = [await freePort(), await freePort()]
  // One after the other: the first brings the database up to date.
  const nodes: Process[] = []
  for (const [index, each] of ports.entries()) nodes.push(await startNode(`node ${index + 1}`, each, env))
  const proxy = await startProxy(port, ports)
  stops.push(() => proxy.close())
  const where = nodes.map(({ pid }, index) => `${ports[index]}, process ${pid}`).join(' and ')
  say(`\n  The cluster is ready: ${address} (nodes on ${where}; ${redis.url})`)
  say(`  Sign in as ${email}, password ${password}. Press Ctrl-C to stop.\n`)
}

async function startDatabase(): Promise<string> {
  const database = start('postgres', process.execPath, ['packages/database/src/embedded/run.ts', folder])
  stops.push(() => database.end())
  return ready(database, async () => /postgres:\S+/.exec(database.said())?.[0])
}

async function startNode(name: string, at: number, env: NodeJS.ProcessEnv): Promise<Process> {
  const onLine = (line: string): void => {
    if (/"level":\d|ended/.test(line)) say(line)
  }
  const node = start(name, process.execPath, ['apps/api/src/main.ts'], { env: { ...env, PORT: String(at) }, onLine })
  stops.push(() => node.end())
  await ready(node, async () => ((await fetch(`http://127.0.0.1:${at}/readyz`)).ok ? true : undefined))
  return node
}

/** Makes the administrator's account at the first start; gives its password. */
async function administrator(env: NodeJS.ProcessEnv): Promise<string> {
  if (existsSync(account)) return readFileSync(account, 'utf8').trim()
  const password = randomBytes(9).toString('base64url')
  const kolo = (args: readonly string[], input = ''): Promise<void> =>
    succeed(start('kolo', process.execPath, ['apps/api/src/cli/kolo.ts', ...args], { env, input }))
  await kolo(['migrate'])
  await kolo(['create-admin', '--name', 'Administrator', '--email', email], `${password}\n`)
  writeFileSync(account, `${password}\n`, { mode: 0o600 })
  return password
}

async function succeed(process: Process): Promise<void> {
  const code = await process.ended
  if (code !== 0) throw new Error(`${process.name} failed:\n${process.said()}`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().then(() => process.exit(0)))

main().catch(async (error: unknown) => {
  // A signal in the middle of the start ends it for this very reason.
  if (!stopping) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await stop()
  process.exit(1)
})
