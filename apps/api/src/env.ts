import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const urlOf = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

/** Every setting: its form, its default, and what it does. The only reader of `process.env` is `readEnv`. */
const settings = z.object({
  /** The port of everything: pages, API, sockets, documents. */
  PORT: port.default(4000),
  /** The address to listen on; one that isn't loopback makes it production. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /**
   * The address that people use, for links in mail and the check of origins; not loopback makes it production. Without it
   * pages of every host name that reaches the server work, and links name the machine's first address in its network.
   */
  PUBLIC_URL: urlOf('http:', 'https:').optional(),
  /** The data folder: embedded database and files. */
  KOLO_DATA: z.string().min(1).default('./data'),
  /** A PostgreSQL server (15 or newer) instead of the embedded one; makes it production. */
  DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  /** Redis, to speed up wake-ups between several nodes. */
  REDIS_URL: urlOf('redis:', 'rediss:').optional(),
  /** The mail server; without it mail goes to the mailbox page of development. */
  SMTP_URL: urlOf('smtp:', 'smtps:').optional(),
  /** Where PostgreSQL's binaries are, instead of those from the package. */
  KOLO_POSTGRES_BIN: z.string().min(1).optional(),
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas. */
  TRUST_PROXY: z.string().optional(),
  /** So many calls a second one person may make, and ten seconds' worth at once. */
  CALLS_PER_SECOND: z.coerce.number().int().min(1).default(200),
  /** For tests of crashes, refused in production: the process dies when an event with this text has been committed. */
  KOLO_FAILPOINT: z.string().min(1).optional(),
  /** How much is logged. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** The parsed settings, with what follows from them. */
export type Env = Readonly<{
  port: number
  host: string
  publicUrl: string
  /** Whether the address that people use was told, or has to be taken from what they ask for. */
  publicUrlGiven: boolean
  dataDir: string
  databaseUrl: string | undefined
  redisUrl: string | undefined
  smtpUrl: string | undefined
  postgresBin: string | undefined
  trustProxy: readonly string[]
  callsPerSecond: number
  failpoint: string | undefined
  logLevel: z.infer<typeof settings>['LOG_LEVEL']
  /** By the settings alone; a data folder started with `--empty` is production too. */
  production: boolean
}>

/** Settings that can't be used; the message names each and says what it must be. */
export class WrongSettings extends Error {}

/** A host to listen on as a link can name it: nobody finds the way to *all addresses*. */
function hostInUrl(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host
  const addresses = Object.values(networkInterfaces()).flatMap((known) => known ?? [])
  return addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.1'
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/

/** Parses the environment. Throws WrongSettings, which ends the start. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // An empty variable is one that isn't set, as shells and compose files use it.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new WrongSettings(`Some settings can't be used:\n${lines.join('\n')}`)
  }
  const env = parsed.data
  const publicUrl = (env.PUBLIC_URL ?? `http://${hostInUrl(env.HOST)}:${env.PORT}`).replace(/\/$/, '')
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    publicUrlGiven: env.PUBLIC_URL !== undefined,
    dataDir: resolve(env.KOLO_DATA),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    smtpUrl: env.SMTP_URL,
    postgresBin: env.KOLO_POSTGRES_BIN,
    trustProxy: (env.TRUST_PROXY ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    callsPerSecond: env.CALLS_PER_SECOND,
    failpoint: env.KOLO_FAILPOINT,
    logLevel: env.LOG_LEVEL,
    production:
      env.DATABASE_URL !== undefined || !loopback.test(env.HOST) || !loopback.test(new URL(publicUrl).hostname),
  }
}
