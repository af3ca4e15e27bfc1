import type { Database } from '@kolo/database'
import { notFound } from '@kolo/domain/core/errors'
import type { ExpressionBuilder } from 'kysely'
import type { Identity } from '../../credentials/identity.ts'
import { newSecret, secretHash } from '../../credentials/secrets.ts'

type Store = Pick<Identity, 'db' | 'now' | 'publicUrl'>

// Whoever has no password yet is the trace of a setup that a crash has cut short: the next one goes on from there.
const noAdministrator = ({ not, exists, selectFrom }: ExpressionBuilder<Database, 'installation'>) =>
  not(
    exists(
      selectFrom('person')
        .innerJoin('auth_password', 'auth_password.person_id', 'person.id')
        .select('person.id')
        .where('administrator', '=', true),
    ),
  )

/** Makes the one-time link of an installation without administrators, which replaces an earlier one; undefined once setup is closed. */
export async function issueSetupLink({ db, publicUrl }: Store): Promise<string | undefined> {
  const secret = newSecret()
  const issued = await db
    .updateTable('installation')
    .set({ setup_token_hash: secretHash(secret) })
    .where('setup_closed_at', 'is', null)
    .where(noAdministrator)
    .returning('epoch')
    .executeTakeFirst()
  // The secret stands behind the #, which browsers don't send and servers don't log.
  return issued && `${publicUrl}/setup#${secret}`
}

/** Whether the setup link can still be used. */
export async function isSetupOpen({ db }: Pick<Store, 'db'>): Promise<boolean> {
  const row = await db
    .selectFrom('installation')
    .select('epoch')
    .where('setup_token_hash', 'is not', null)
    .where('setup_closed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the secret is that of the link, and the link can still be used. */
export async function fitsSetupLink({ db }: Pick<Store, 'db'>, secret: string): Promise<boolean> {
  const row = await db
    .selectFrom('installation')
    .select('epoch')
    .where('setup_token_hash', '=', secretHash(secret))
    .where('setup_closed_at', 'is', null)
    .where(noAdministrator)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Gives the administrator the password and closes setup, both or neither: only whoever can sign in has used the link up.
 * Throws `notFound` where the link was used meanwhile; without a secret (the command line) it is closed whatever it was.
 */
export async function finishSetup(
  { db, now }: Pick<Store, 'db' | 'now'>,
  made: { readonly personId: string; readonly hash: string; readonly secret: string | undefined },
): Promise<void> {
  const { personId, hash, secret } = made
  await db.transaction().execute(async (transaction) => {
    const closed = await transaction
      .updateTable('installation')
      .set(({ fn, val }) => ({ setup_token_hash: null, setup_closed_at: fn.coalesce('setup_closed_at', val(now())) }))
      .$if(secret !== undefined, (update) =>
        update.where('setup_token_hash', '=', secretHash(secret ?? '')).where('setup_closed_at', 'is', null),
      )
      .returning('epoch')
      .executeTakeFirst()
    if (!closed) throw notFound()
    await transaction.insertInto('auth_password').values({ person_id: personId, hash, changed_at: now() }).execute()
  })
}
