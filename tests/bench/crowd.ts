import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { onDatabase } from '../database/hub-database.ts'

/** Somebody who is signed in and in the spaces of the bench. */
export type Member = { readonly personId: string; readonly cookie: string }

/** Makes people who read in these spaces, each with a session: past the hub, whose invitations are not what is measured. */
export async function enrol(dataDir: string, spaceIds: readonly string[], count: number): Promise<Member[]> {
  const people = Array.from({ length: count }, () => {
    return { id: randomUUID(), own: randomUUID(), secret: randomBytes(32).toString('base64url') }
  })
  const ids = people.map(({ id }) => id)
  const own = people.map(({ own: spaceId }) => spaceId)
  const hashes = people.map(({ secret }) => createHash('sha256').update(secret).digest())
  await onDatabase(dataDir, async (run) => {
    await run(
      `insert into space (id, kind, title, created_at) select id, 'personal', 'Own', now() from unnest($1::uuid[]) id`,
      [own],
    )
    await run(
      `insert into person (id, name, email, rendition, personal_space_id, created_at)
        select id, 'Reader', id || '@bench.example', 'en', own, now() from unnest($1::uuid[], $2::uuid[]) each (id, own)`,
      [ids, own],
    )
    await run(
      `insert into space_member (space_id, person_id, role, via)
        select own, id, 'owner', 'bench' from unnest($1::uuid[], $2::uuid[]) each (id, own)
        union all select space_id, id, 'reader', 'bench' from unnest($1::uuid[]) id, unnest($3::uuid[]) space_id`,
      [ids, own, spaceIds],
    )
    await run(
      `insert into auth_session (id, secret_hash, person_id, opened_by, created_at, seen_at, expires_at, address, agent)
        select gen_random_uuid(), hash, id, 'password', now(), now(), now() + interval '1 day', '127.0.0.1', 'bench'
        from unnest($1::uuid[], $2::bytea[]) each (id, hash)`,
      [ids, hashes],
    )
  })
  return people.map(({ id, secret }) => ({ personId: id, cookie: `kolo=${secret}` }))
}
