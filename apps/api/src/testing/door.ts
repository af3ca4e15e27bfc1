import { randomUUID } from 'node:crypto'
import { createIdentity, type Identity } from '../credentials/identity.ts'
import { appRouter } from '../features/router.ts'
import { httpServer } from '../transports/http/server.ts'
import { type Post, startPost } from '../transports/mail/post.ts'
import { callLimits } from '../transports/trpc/call-limits.ts'
import { requestContext } from '../transports/trpc/context.ts'
import { type TestHub, testHub } from './hub.ts'

/** An answer of the server, as a browser gets it. */
export type Answer = {
  readonly status: number
  /** The procedure's output, or undefined where it refused. */
  readonly data: unknown
  /** The refusal's code, with its reason if it has one. */
  readonly refusal: { readonly code: string; readonly details: Record<string, unknown> } | undefined
  readonly cookie: string | undefined
  readonly body: string
}

/** A browser with its cookie jar. */
export type Browser = {
  post(procedure: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>
  get(procedure: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>
  cookie: string | undefined
}

/** A hub behind its HTTP server, with sign-in and mail. */
export type Door = {
  readonly hub: TestHub
  readonly identity: Identity
  readonly post: Post
  /** What went wrong in the background. */
  readonly failures: unknown[]
  browser(): Browser
  /** The newest secret that was mailed to an address. */
  mailedSecret(recipient: string): Promise<string>
  /** Moves the clock of sign-in and mail on. */
  pass(seconds: number): void
  close(): Promise<void>
}

/** Makes a hub with an HTTP server in this process; nothing listens. */
export async function openDoor(
  options: {
    production?: boolean
    publicUrl?: string
    trustProxy?: string[]
    smtpUrl?: string
    callsPerSecond?: number
    /** By which calls are counted, ms: a test of their limit says itself how time goes by. */
    clock?: () => number
  } = {},
): Promise<Door> {
  const hub = await testHub()
  let passed = 0
  const failures: unknown[] = []
  const onError = (error: unknown): void => void failures.push(error)
  const now = (): string => new Date(Date.now() + passed).toISOString()
  const { production = false, publicUrl = 'http://kolo.test', trustProxy = [] } = options
  const post = startPost({ db: hub.db, smtpUrl: options.smtpUrl, production, publicUrl, onError, now })
  const identity = createIdentity({
    db: hub.db,
    log: hub.kernel.log,
    publicUrl,
    production,
    wakeMail: (afterWriting) => post.wake(afterWriting),
    onError,
    now,
    // Guessing is what these tests do a lot.
    passwordCost: { N: 1024, r: 8, p: 1 },
  })
  const limits = callLimits(options.callsPerSecond ?? 1_000, options.clock)
  const app = await httpServer({
    router: appRouter,
    originAllowed: () => true,
    ready: async () => true,
    webRoot: '/nowhere',
    logLevel: 'silent',
    publicUrl,
    trustProxy,
    contextOf: (request, reply) =>
      requestContext(
        { kernel: hub.kernel, identity, limits },
        {
          headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
          address: request.ip,
          setCookie: (cookie) => void reply.header('set-cookie', cookie),
        },
      ),
  })
  const browser = (): Browser => {
    const made: Browser = {
      cookie: undefined,
      post: (procedure, input, headers) => send('POST', `/trpc/${procedure}`, headers, JSON.stringify(input ?? {})),
      get: (procedure, input, headers) =>
        send('GET', `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input ?? {}))}`, headers),
    }
    const send = async (
      method: 'GET' | 'POST',
      url: string,
      headers: Record<string, string> = {},
      payload?: string,
    ) => {
      const response = await app.inject({
        method,
        url,
        ...(payload !== undefined && { payload }),
        headers: {
          ...(payload !== undefined && { 'content-type': 'application/json' }),
          ...(made.cookie !== undefined && { cookie: made.cookie }),
          ...headers,
        },
      })
      const set = response.headers['set-cookie']
      const cookie = Array.isArray(set) ? set[0] : set
      if (cookie !== undefined) made.cookie = cookie.includes('Max-Age=0') ? undefined : cookie.split(';')[0]
      const body = JSON.parse(response.body) as { result?: { data: unknown }; error?: { data: Answer['refusal'] } }
      return {
        status: response.statusCode,
        data: body.result?.data,
        refusal: body.error?.data,
        cookie,
        body: response.body,
      }
    }
    return made
  }
  return {
    hub,
    identity,
    post,
    failures,
    browser,
    async mailedSecret(recipient) {
      await post.idle()
      const mail = await hub.db
        .selectFrom('mailbox')
        .select('text')
        .where('recipient', '=', recipient)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      return /#([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1] ?? ''
    },
    pass: (seconds) => {
      passed += seconds * 1000
    },
    async close() {
      await post.stop()
      await app.close()
      await hub.close()
    },
  }
}

/** A project with its spaces, a stage and a rollout, whose facts stand in the database directly. */
export type TestProject = {
  readonly projectId: string
  readonly commons: string
  readonly coordination: string
  readonly stage: string
}

/** Makes such a project with this coordinator. */
export async function insertProject(hub: TestHub, coordinatorId: string): Promise<TestProject> {
  const projectId = randomUUID()
  const [commons, coordination, stage] = [randomUUID(), randomUUID(), randomUUID()]
  const now = new Date().toISOString()
  const space = (id: string, kind: 'commons' | 'coordination' | 'stage') => ({
    id,
    kind,
    project_id: null,
    title: kind,
    created_at: now,
  })
  await hub.db
    .insertInto('space')
    .values([space(commons, 'commons'), space(coordination, 'coordination'), space(stage, 'stage')])
    .execute()
  const project = {
    id: projectId,
    slug: projectId,
    name: 'Toolkit',
    short_name: 'Toolkit',
    starts_on: '2026-01-01',
    ends_on: '2026-12-31',
    original_starts_on: null,
    original_ends_on: null,
    about: '{}',
    commons_space_id: commons,
    coordination_space_id: coordination,
    created_at: now,
  }
  await hub.db.insertInto('project').values(project).execute()
  await hub.db
    .updateTable('space')
    .set({ project_id: projectId })
    .where('id', 'in', [commons, coordination, stage])
    .execute()
  await hub.db.insertInto('project_coordinator').values({ project_id: projectId, person_id: coordinatorId }).execute()
  const via = `coordinator:${projectId}`
  for (const space_id of [commons, coordination, stage]) {
    await hub.db
      .insertInto('space_member')
      .values({ space_id, person_id: coordinatorId, role: 'coordinator', via })
      .execute()
  }
  return { projectId, commons, coordination, stage }
}
