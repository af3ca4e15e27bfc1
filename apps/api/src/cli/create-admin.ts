import { createInterface } from 'node:readline/promises'
import { emailSchema, personNameSchema } from '@kolo/domain/people/people'
import { createIdentity } from '../credentials/identity.ts'
import { createAdministrator } from '../features/setup/create-administrator.ts'
import type { Hub } from '../hub.ts'
import { ensureInstallation } from '../kernel/genesis.ts'
import type { Options } from './cli-command.ts'
import { UsageError } from './usage-error.ts'

const shortest = 8

/** Makes an administrator's account; the password comes from standard input, never from the command line. */
export async function createAdmin(hub: Hub, _rest: readonly string[], options: Options): Promise<number> {
  const name = personNameSchema.safeParse(options.name)
  const email = emailSchema.safeParse(options.email)
  if (!name.success || !email.success) throw new UsageError('Say who it is: create-admin --name NAME --email ADDRESS')
  const password = await readPassword()
  if (password.length < shortest) throw new UsageError(`The password needs at least ${shortest} characters.`)
  await ensureInstallation(hub.pool, { demo: false, now: new Date().toISOString() })
  const identity = createIdentity({
    db: hub.db,
    log: hub.kernel.log,
    publicUrl: hub.env.publicUrl,
    production: true,
    wakeMail: () => undefined,
    onError: (error) => {
      throw error
    },
  })
  await createAdministrator(
    { kernel: hub.kernel, identity },
    { name: name.data, email: email.data, password, rendition: 'en' },
  )
  process.stdout.write(`${email.data} administers this installation now.\n`)
  return 0
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false })
  process.stderr.write('Password: ')
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
  }
}
