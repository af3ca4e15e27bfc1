import { demoAccounts, demoPassword } from '../demo/accounts.ts'
import { issueSetupLink } from '../features/setup/setup-link.ts'
import type { Env } from '../env.ts'
import type { Identity } from '../credentials/identity.ts'
import type { Mode } from './mode.ts'

/** Tells whoever started the server where it is and how to get in. */
export async function announce(env: Env, mode: Mode, identity: Identity, port: number): Promise<string> {
  const address = env.port === 0 ? `http://${env.host}:${port}` : env.publicUrl
  const lines = ['', `  Kolo is ready: ${address}`, '']
  if (mode.installation.demo) lines.push(...demoLines())
  const link = await issueSetupLink(identity)
  if (link) lines.push('  Nobody administers this installation yet. Make your account, once, at:', `  ${link}`, '')
  return lines.join('\n')
}

function demoLines(): string[] {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length))
  return [
    '  This is a demo. Sign in as one of these (password for all: ' + demoPassword + '):',
    ...demoAccounts.map(({ email, about }) => `    ${email.padEnd(width)}  ${about}`),
    '',
  ]
}
