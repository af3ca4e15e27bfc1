import { createSessionStore } from '../credentials/session-store.ts'
import { type TestHub, testHub } from './hub.ts'
import { grantMembers, testProject } from './project.ts'

/** A production's database for servers in processes of their own: a project with two coordinators. */
export type SharedHub = {
  readonly hub: TestHub
  readonly databaseUrl: string
  readonly projectId: string
  /** Of the project's coordination, whose members are the coordinators. */
  readonly spaceId: string
  readonly coordinatorIds: readonly [string, string]
  /** Signs a person in without a password; gives the cookie. */
  cookieOf(personId: string): Promise<string>
}

/** Makes the database; `hub.close()` drops it. */
export async function sharedHub(): Promise<SharedHub> {
  const hub = await testHub()
  const { projectId, coordinationSpaceId: spaceId, coordinatorId } = await testProject(hub)
  const second = await hub.person('Second coordinator')
  await hub.db.insertInto('project_coordinator').values({ project_id: projectId, person_id: second }).execute()
  await grantMembers(hub)
  const fail = (error: unknown): never => {
    throw error
  }
  const now = (): string => new Date().toISOString()
  const sessions = createSessionStore({ db: hub.db, secure: false, now, onError: fail })
  return {
    hub,
    databaseUrl: urlOf(hub.pool.options),
    projectId,
    spaceId,
    coordinatorIds: [coordinatorId, second],
    async cookieOf(personId) {
      const header = await sessions.open(personId, 'password', { address: '127.0.0.1', agent: 'test' })
      return header.split(';')[0] ?? ''
    },
  }
}

function urlOf({ connectionString, host, port, user, database }: TestHub['pool']['options']): string {
  return connectionString ?? `postgres://${user}@127.0.0.1:${port}/${database}?host=${encodeURIComponent(host ?? '')}`
}
