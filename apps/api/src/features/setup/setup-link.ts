import type { Database } from '@kolo/database'
import type { ExpressionBuilder } from 'kysely'
import type { Identity } from '../../credentials/identity.ts'
import { newSecret, secretHash } from '../../credentials/secrets.ts'

type Store = Pick<Identity, 'db' | 'now' | 'publicUrl'>

const noAdministrator = ({ not, exists, selectFrom }: ExpressionBuilder<Database, 'installation'>) =>
  not(exists(selectFrom('person').select('id').where('administrator', '=', true)))

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

/** Uses the link up, for whoever comes first; false where the secret doesn't fit or has been used. */
export async function takeSetupLink({ db, now }: Store, secret: string): Promise<boolean> {
  const taken = await db
    .updateTable('installation')
    .set({ setup_token_hash: null, setup_closed_at: now() })
    .where('setup_token_hash', '=', secretHash(secret))
    .where('setup_closed_at', 'is', null)
    .where(noAdministrator)
    .returning('epoch')
    .executeTakeFirst()
  return taken !== undefined
}

/** Opens the link again after an account couldn't be made. */
export async function returnSetupLink({ db }: Store, secret: string): Promise<void> {
  await db
    .updateTable('installation')
    .set({ setup_token_hash: secretHash(secret), setup_closed_at: null })
    .execute()
}

/** Makes the link useless for good. */
export async function closeSetup({ db, now }: Pick<Store, 'db' | 'now'>): Promise<void> {
  await db
    .updateTable('installation')
    .set(({ fn, val }) => ({ setup_token_hash: null, setup_closed_at: fn.coalesce('setup_closed_at', val(now())) }))
    .execute()
}
