import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort, type Process, start } from '../../infra/cluster/process.ts'
import { signIn, type SignedInPerson } from '../people/person.ts'
import { type Desk, expectConverged, openDesk } from './replicas.ts'

const patience = { timeout: 240_000, interval: 100 }
const told =
  /ready: (\S+) \(nodes on (\d+), process (\d+) and (\d+), process (\d+); redis:\/\/127\.0\.0\.1:(\d+)\)\s+Sign in as (\S+), password (\S+)\./

/** `npm run cluster`, as somebody starts, uses and ends it. */
describe('the command that starts a cluster', () => {
  let dataDir: string
  let cluster: Process
  let url: string
  let pids: readonly [number, number]
  let ports: readonly number[]
  let person: SignedInPerson
  let desk: Desk

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kolo-cluster-'))
    await chmod(dataDir, 0o755)
    const port = await freePort()
    const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env
    const env = { ...inherited, PORT: String(port), KOLO_DATA: dataDir }
    cluster = start('cluster', process.execPath, ['infra/cluster/cluster.ts'], { env })
    await vi.waitUntil(() => cluster.hasEnded() || told.test(cluster.said()), patience)
    const found = told.exec(cluster.said())
    if (!found) throw new Error(`The cluster ended:\n${cluster.said()}`)
    const [, address = '', one, onePid, other, otherPid, redis, email = '', password] = found
    url = address
    pids = [Number(onePid), Number(otherPid)]
    ports = [port, Number(one), Number(other), Number(redis)]
    person = await signIn(url, email, password)
    desk = await openDesk(person, await networkOf(person))
  }, patience.timeout)
  afterAll(async () => {
    await cluster.end('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  })

  const networkOf = async ({ api }: SignedInPerson): Promise<string> =>
    (await api.spaces.mine.query({})).find(({ kind }) => kind === 'network')!.id
  /** Adds an account over the page's connection, by the proxy, and reads it by HTTP; gives its id. */
  const writeAndRead = async (): Promise<void> => {
    const personId = randomUUID()
    const account = { name: 'Somebody', email: `${personId}@test.example`, rendition: 'en' }
    const input = { personId, personalSpaceId: randomUUID(), ...account }
    const { answer } = desk.send({ name: 'person.add', path: 'people.add', input })
    expect((await answer).status).toBe('committed')
    // A question that the killed node had just taken is asked again, as pages do.
    const spaceId = await vi.waitFor(() => networkOf(person), { timeout: 20_000 })
    await expectConverged([desk], spaceId)
    expect(JSON.stringify(desk.client.open(spaceId).replica.confirmed()?.parts)).toContain(personId)
  }

  it('[SYN3] [SYN20] serves by its proxy, goes on when a node is killed, and leaves nothing behind when it is ended', async () => {
    for (let count = 0; count < 4; count += 1) await writeAndRead()
    process.kill(pids[0], 'SIGKILL')
    for (let count = 0; count < 4; count += 1) await writeAndRead()
    desk.close()
    await cluster.end('SIGINT')
    expect(await cluster.ended).toBe(0)
    expect(pids.filter(isAlive)).toEqual([])
    expect(await Promise.all(ports.map(listens))).toEqual(ports.map(() => false))
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(() => resolve(true)))
    socket.once('error', () => resolve(false))
  })
