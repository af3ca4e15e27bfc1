import type { Database } from '@kolo/database'
import { type Kysely, sql } from 'kysely'
import { startRounds } from '../../consumers/rounds.ts'
import type { Delivery } from './desk.ts'
import { letterFor } from './letters.ts'
import { mailboxMailer, type Mailer, smtpMailer } from './mailer.ts'

/** Takes what waits in the ledger of deliveries to the mailer. */
export type Post = {
  /** Looks at the ledger now, or when a row that is being written stands in it. */
  wake(afterWriting?: Promise<unknown>): void
  /** Resolves when nothing that is due waits any more. */
  idle(): Promise<void>
  /** Finishes the letter at hand and stops. */
  stop(): Promise<void>
}

const lookEvery = 20_000
const leaseSeconds = 120

/**
 * Starts the post: a mail server where one is set, else development's mailbox; a production without one keeps its letters.
 * The ledger's row is written with the fact that asks for the mail, so a crash loses none; a crash between sending and
 * noting it sends again, with the same Message-ID. Nodes share the ledger and skip what another one holds.
 */
export function startPost(options: {
  db: Kysely<Database>
  smtpUrl: string | undefined
  production: boolean
  publicUrl: string
  onError: (error: unknown) => void
  now?: () => string
}): Post {
  const { db, publicUrl, onError } = options
  const now = options.now ?? (() => new Date().toISOString())
  const mailer = mailerFor(options, now)
  let toldOfNone = false
  const desk = { db, publicUrl, now }
  const writing = new Set<Promise<void>>()

  const deliver = async (mailer: Mailer, delivery: Delivery & { tries: number }): Promise<void> => {
    try {
      const letter = await letterFor(desk, delivery)
      if (letter) await mailer.send(letter)
      await note(db, delivery.key, letter ? { sent_at: now() } : { given_up_at: now(), last_error: 'notWanted' })
    } catch (error) {
      onError(error)
      await note(db, delivery.key, failure(error, delivery.tries, now()))
    }
  }
  const round = async (stopped: () => boolean): Promise<void> => {
    if (!mailer) return tellOfNone()
    for (let delivery = await claim(db, now()); delivery && !stopped(); delivery = await claim(db, now()))
      await deliver(mailer, delivery)
  }
  /** Without a server letters stay as they are, until the next start finds one. */
  const tellOfNone = async (): Promise<void> => {
    if (toldOfNone || !(await somethingWaits(db))) return
    toldOfNone = true
    onError(new Error('Letters wait: no mail server is set (SMTP_URL).'))
  }
  const rounds = startRounds({ every: lookEvery, onError, round })
  const wakeAfter = (written: Promise<unknown>): void => {
    const known = written.then(() => void rounds.look(), onError).finally(() => writing.delete(known))
    writing.add(known)
  }
  return {
    wake: (afterWriting) => (afterWriting ? wakeAfter(afterWriting) : void rounds.look()),
    async idle() {
      while (writing.size > 0) await Promise.all(writing)
      await rounds.look()
    },
    async stop() {
      await Promise.all(writing)
      await rounds.stop()
      mailer?.close()
    },
  }
}

function mailerFor(
  options: Pick<Parameters<typeof startPost>[0], 'db' | 'smtpUrl' | 'production' | 'publicUrl'>,
  now: () => string,
): Mailer | undefined {
  const from = { name: 'Kolo', address: `kolo@${new URL(options.publicUrl).hostname}` }
  if (options.smtpUrl !== undefined) return smtpMailer(options.smtpUrl, from)
  return options.production ? undefined : mailboxMailer(options.db, now)
}

/** Takes the next delivery that is due, so that nobody else does for a while. */
async function claim(db: Kysely<Database>, now: string): Promise<(Delivery & { tries: number }) | undefined> {
  const lease = new Date(Date.parse(now) + leaseSeconds * 1000).toISOString()
  return db
    .updateTable('mail_delivery')
    .set({ tries: sql<number>`tries + 1`, next_try_at: lease })
    .where('key', '=', ({ selectFrom }) =>
      selectFrom('mail_delivery')
        .select('key')
        .where('sent_at', 'is', null)
        .where('given_up_at', 'is', null)
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['key', 'kind', 'subject_id', 'requested_at', 'tries'])
    .executeTakeFirst()
}

async function somethingWaits(db: Kysely<Database>): Promise<boolean> {
  const waiting = db.selectFrom('mail_delivery').select('key').where('sent_at', 'is', null)
  return (await waiting.where('given_up_at', 'is', null).limit(1).executeTakeFirst()) !== undefined
}

type Noted = { sent_at?: string; given_up_at?: string; last_error?: string; next_try_at?: string }

async function note(db: Kysely<Database>, key: string, what: Noted): Promise<void> {
  await db.updateTable('mail_delivery').set(what).where('key', '=', key).execute()
}

/**
 * Half a minute, then twice as long each time, at most an hour, for as long as somebody should get the letter: an
 * invitation until it expires. A refused address isn't tried again.
 */
function failure(error: unknown, tries: number, now: string): Noted {
  const message = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
  const refused = error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500
  if (refused) return { given_up_at: now, last_error: message }
  const wait = Math.min(3_600, 15 * 2 ** Math.min(tries, 10)) * 1000
  return { next_try_at: new Date(Date.parse(now) + wait).toISOString(), last_error: message }
}
