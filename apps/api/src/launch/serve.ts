import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { startDueReports } from '../consumers/due-reports/due-reports.ts'
import { startReminders } from '../consumers/reminders/reminders.ts'
import { createIdentity, type Identity } from '../credentials/identity.ts'
import { appRouter } from '../features/router.ts'
import type { Hub } from '../hub.ts'
import { collabPath, serveCollab } from '../transports/collab/collab.ts'
import { serveExports } from '../transports/exports/exports.ts'
import { fileStore, serveFiles } from '../transports/files/files.ts'
import { originCheck } from '../transports/http/origins.ts'
import { httpServer } from '../transports/http/server.ts'
import { dispatchUpgrades } from '../transports/http/upgrades.ts'
import { startPost } from '../transports/mail/post.ts'
import { serveSockets } from '../transports/sockets/sockets.ts'
import { callLimits } from '../transports/trpc/call-limits.ts'
import { requestContext } from '../transports/trpc/context.ts'
import { registeredCommands } from '../transports/trpc/registered-commands.ts'
import { betweenNodes } from './between-nodes.ts'
import type { Mode } from './mode.ts'

/** A server that listens. */
export type Serving = { readonly app: FastifyInstance; readonly identity: Identity; stop(): Promise<void> }

const webRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Puts the transports around the hub, all on one port. */
export async function serve(hub: Hub, mode: Mode, onError: (error: unknown) => void): Promise<Serving> {
  const { env, kernel, pool, db } = hub
  const post = startPost({ db, smtpUrl: env.smtpUrl, production: mode.production, publicUrl: env.publicUrl, onError })
  const identity = createIdentity({
    db,
    log: kernel.log,
    publicUrl: env.publicUrl,
    production: mode.production,
    wakeMail: (afterWriting) => post.wake(afterWriting),
    onError,
  })
  const originAllowed = originCheck(env.publicUrl, !mode.production || !env.publicUrlGiven)
  const authenticate = (headers: Headers) => identity.sessions.read(headers)
  const limits = callLimits(env.callsPerSecond)
  const app = await httpServer({
    router: appRouter,
    originAllowed,
    webRoot,
    logLevel: env.logLevel,
    publicUrl: env.publicUrl,
    trustProxy: env.trustProxy,
    ready: async () => (await pool.query('select 1')).rows.length === 1,
    contextOf: (request, reply) =>
      requestContext(
        { kernel, identity, limits },
        {
          headers: headersOf(request.headers),
          address: request.ip,
          setCookie: (cookie) => void reply.header('set-cookie', cookie),
        },
      ),
    async routes(fastify) {
      const ofRequest = (request: FastifyRequest) => authenticate(headersOf(request.headers))
      await serveFiles(fastify, { db, disk: fileStore(join(env.dataDir, 'files')), authenticate: ofRequest })
      serveExports(fastify, { db, publicUrl: env.publicUrl, authenticate: ofRequest })
    },
  })
  const sockets = serveSockets(app.server, {
    kernel,
    authenticate,
    originAllowed,
    onError,
    commands: {
      commands: registeredCommands(appRouter),
      limits,
      onFailure: ({ error, path, id }) => app.log.error({ err: error, path, errorId: id }, 'command failed'),
    },
  })
  const collab = serveCollab({ kernel, pool, authenticate, originAllowed, onError })
  dispatchUpgrades(app.server, { [collabPath]: collab.upgrade })
  const leaveOthers = await betweenNodes({
    pool,
    kernel,
    identity,
    sockets,
    collab,
    redis: env.redisUrl === undefined ? undefined : { url: env.redisUrl, key: `kolo:${mode.installation.epoch}` },
    alone: env.databaseUrl === undefined,
    onError,
  })
  const due = startDueReports({ kernel, onError })
  const reminders = startReminders({ db, wakeMail: () => post.wake(), onError })
  const stop = async (): Promise<void> => {
    await Promise.all([due.stop(), reminders.stop()])
    await collab.close()
    // Together: the sockets' server waits for the last line to end, and only the other cuts those on which browsers,
    // ahead of time, have asked for nothing yet.
    await Promise.all([sockets.close(), app.close()])
    // Last: what was written until now is told.
    leaveOthers()
    await post.stop()
  }
  try {
    await app.listen({ port: env.port, host: env.host })
  } catch (error) {
    // The port is somebody else's: what has been started would keep the process, and the data, for ever.
    await stop()
    throw error
  }
  return { app, identity, stop }
}

function headersOf(given: NodeJS.Dict<string | string[]>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
