import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from './calls.ts'
import type { Person } from './people.ts'
import { rows } from './rows.ts'
import type { Case } from './table.ts'
import { makeWorld, registeredProcedures, type World } from './world.ts'

const procedures = registeredProcedures()
const commands = [...procedures.values()].filter(({ kind }) => kind === 'command')

/** Tables with what stands in a space; a row that changes there changes the picture. */
const standing = ['thread', 'task', 'board_column', 'file', 'report', 'report_draft', 'rollout', 'milestone'] as const
// Of documents without what the server itself tells of edits, whenever it likes.
const below = {
  message: 'thread_id in (select id from thread where space_id = any($1::uuid[]))',
  document: 'space_id = any($1::uuid[])',
  document_version: 'document_id in (select id from document where space_id = any($1::uuid[]))',
  submission: 'report_id in (select id from report where space_id = any($1::uuid[]))',
  space_member: 'space_id = any($1::uuid[])',
  invitation: 'space_id = any($1::uuid[])',
  event: 'space_id = any($1::uuid[])',
}

const of = (table: string): string =>
  table === 'document' ? '(select id, space_id, title, archived_at from document)' : `"${table}"`

/** Objects of one space, named together with another: what somebody may do at home must not reach anything elsewhere. */
describe('ids of one space with those of another', () => {
  let world: World
  const homes = new Map<Person, readonly string[]>()
  let elsewhere: readonly string[] = []

  beforeAll(async () => {
    world = await makeWorld()
    for (const person of ['foreignCoordinator', 'foreignOfficer', 'reader'] as const) {
      const { rows: held } = await world.served.hub.pool.query<{ space_id: string }>(
        'select distinct space_id from space_member where person_id = $1',
        [world.personId(person)],
      )
      homes.set(
        person,
        held.map((row) => row.space_id),
      )
    }
    const own = new Set([...homes.values()].flat())
    elsewhere = Object.values(world.spaces).filter((spaceId) => spaceId !== world.spaces.network && !own.has(spaceId))
    expect(elsewhere).toEqual(expect.arrayContaining([world.spaces.rollout, world.spaces.municipality]))
  })
  afterAll(async () => {
    await world.close()
    expect(world.served.failures).toEqual([])
  })

  /** What stands in the spaces where none of them is a member, as a digest for each table. */
  async function picture(): Promise<Record<string, string>> {
    const digests: Record<string, string> = {}
    const wheres = { ...Object.fromEntries(standing.map((table) => [table, 'space_id = any($1::uuid[])'])), ...below }
    for (const [table, where] of Object.entries(wheres)) {
      const { rows: found } = await world.served.hub.pool.query<{ digest: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${of(table)} t
         where ${where} ${table === 'event' ? `and type <> 'document.revised'` : ''}`,
        [elsewhere],
      )
      digests[table] = found[0]!.digest
    }
    return digests
  }

  async function inputsOf(cases: readonly Case[]): Promise<unknown[]> {
    const inputs: unknown[] = []
    for (const each of cases) {
      const by = each.may.find((actor): actor is Person => actor !== 'signedOut')
      if (by) inputs.push(await each.input(world, by))
    }
    return inputs
  }

  it.each(commands.map(({ path }) => path))('%s changes nothing there', async (path) => {
    const inputs = await inputsOf(rows[path] ?? [])
    const before = await picture()
    for (const [person, spaces] of homes) {
      for (const spaceId of spaces) {
        const crossed = inputs.map((input) => ({ ...(input as object), spaceId }))
        const send = (input: unknown) => call(world.served.url, world.cookie(person), procedures.get(path)!, input)
        const answers = await Promise.all(crossed.map(send))
        expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      }
    }
    expect(await picture()).toEqual(before)
  })
})
