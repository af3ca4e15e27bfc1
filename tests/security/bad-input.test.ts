import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoId } from '@kolo/api/testing'
import { type Json, mutationsOf, written } from './mutations.ts'
import type { Person } from './people.ts'
import { rows } from './rows.ts'
import { columnOf, documentOf, fileOf, reportOf, submittedReport, taskOf, threadOf } from './things.ts'
import { makeWorld, newId, registeredProcedures, type World } from './world.ts'

const procedures = registeredProcedures()
const atOnce = 12
// The longest question that fits into the headers of a request.
const longestQuestion = 15_000
// Every try of these costs a password's hash: a part of the bad inputs has to do.
const costly = ['sessions.signIn', 'sessions.changePassword', 'setup.complete', 'invitations.accept']

type Sample = { readonly by: Person; readonly input: Json }

/** Inputs with the parts that the table of authorization leaves out. */
const richer: Readonly<Record<string, (world: World) => Promise<Sample>>> = {
  'administration.audit': async () => ({
    by: 'administrator',
    input: { before: { at: '2026-01-01T00:00:00Z', commandId: newId() }, limit: 10 },
  }),
  'boards.editTask': async (world) => ({
    by: 'partner',
    input: {
      spaceId: world.spaces.rollout,
      taskId: await taskOf(world, 'partner', world.spaces.rollout),
      title: 'Changed',
      description: 'Words',
      assigneeIds: [world.personId('partner')],
      dueOn: '2026-05-05',
      fileIds: [await fileOf(world, 'partner', world.spaces.rollout)],
    },
  }),
  'boards.moveTask': async (world) => ({
    by: 'partner',
    input: {
      spaceId: world.spaces.rollout,
      taskId: await taskOf(world, 'partner', world.spaces.rollout),
      columnId: await columnOf(world, world.spaces.rollout),
      afterTaskId: await taskOf(world, 'partner', world.spaces.rollout),
    },
  }),
  'reports.return': async (world) => ({
    by: 'coordinator',
    input: {
      spaceId: world.spaces.rollout,
      ...(await submittedReport(world)),
      comments: [{ field: 'done', body: 'More of it' }],
    },
  }),
  'reports.saveDraft': async (world) => ({
    by: 'reporter',
    input: {
      spaceId: world.spaces.municipality,
      reportId: await reportOf(world),
      changes: [
        { field: 'health', value: 'onTrack', base: null },
        { field: 'progress', value: 50, base: null },
        { field: 'done', value: 'Much', base: null },
        { field: 'attachment', fileId: newId(), value: true, base: null },
        { field: 'indicator', indicatorId: demoId('indicator'), value: { numerator: 1, denominator: 2 }, base: null },
      ],
    },
  }),
  'spaces.activity': async (world) => ({
    by: 'partner',
    input: { spaceId: world.spaces.rollout, before: 100, limit: 10 },
  }),
  'threads.messages': async (world) => ({
    by: 'partner',
    input: { threadId: await threadOf(world, 'partner', world.spaces.rollout), before: 5, limit: 10 },
  }),
  'threads.start': async (world) => ({
    by: 'partner',
    input: {
      spaceId: world.spaces.rollout,
      threadId: newId(),
      title: 'A passage',
      subject: {
        kind: 'passage',
        documentId: await documentOf(world, 'partner', world.spaces.rollout),
        anchor: 'AAAA.BBBB',
        quote: 'words',
      },
    },
  }),
}

/** Row E1 of the quality list: whatever comes in, the answer says what is wrong with it, and the server goes on. */
describe('bad input', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(async () => {
    await world.close()
    expect(world.served.failures).toEqual([])
  })

  async function samplesOf(path: string): Promise<Sample[]> {
    const [each] = rows[path] ?? []
    const by = each?.may.find((actor): actor is Person => actor !== 'signedOut')
    if (!each || !by) throw new Error(`Nobody may ask ${path}.`)
    const usual = { by, input: ((await each.input(world, by)) ?? {}) as Json }
    const rich = await richer[path]?.(world)
    return rich ? [usual, rich] : [usual]
  }

  /** The answer to a request as it is written; undefined for questions that fit into no request. */
  async function ask(path: string, cookie: string, json: string): Promise<Response | undefined> {
    const { kind, type } = procedures.get(path)!
    const address = `${world.served.url}/trpc/${path}`
    const headers = { origin: world.served.url, 'content-type': 'application/json', cookie }
    if (type === 'query') {
      const question = `${address}?input=${encodeURIComponent(json.toWellFormed())}`
      return question.length > longestQuestion ? undefined : fetch(question, { headers })
    }
    const body = kind === 'command' ? `{"commandId":"${newId()}","input":${json}}` : json
    return fetch(address, { method: 'POST', headers, body })
  }

  it.each([...procedures.keys()])('is refused by %s, clearly', async (path) => {
    const isOpen = procedures.get(path)!.kind === 'open'
    const unclear: string[] = []
    for (const { by, input } of await samplesOf(path)) {
      const bad = [...mutationsOf(input)].filter((_, index) => !costly.includes(path) || index % 4 === 0).map(written)
      const send = async (json: string): Promise<void> => {
        const cookie = isOpen ? await world.freshCookie(by) : world.cookie(by)
        const response = await ask(path, cookie ?? '', json)
        const text = (await response?.text()) ?? ''
        if ((response?.status ?? 0) >= 500) unclear.push(`${text.slice(0, 200)} for ${json.slice(0, 300)}`)
      }
      for (let at = 0; at < bad.length; at += atOnce) {
        if (isOpen) await world.served.hub.db.deleteFrom('auth_limit').execute()
        await Promise.all(bad.slice(at, at + atOnce).map(send))
      }
    }
    if (isOpen) await world.signEverybodyIn()
    expect(unclear).toEqual([])
    expect('polluted' in {}).toBe(false)
  })
})
