import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Aviary, type Canary, releaseCanaries } from './canaries.ts'
import { call } from './calls.ts'
import { editorOf } from '../people/editor.ts'
import { type Listener, listenTo } from './listeners.ts'
import { type Actor, actors, members, peopleWith } from './people.ts'
import { rows } from './rows.ts'
import { makeWorld, type World } from './world.ts'

/** Row D2 of the quality list: nothing private reaches anybody who isn't meant. */
describe('canaries', () => {
  let world: World
  let aviary: Aviary
  const listeners = new Map<Actor, Listener>()

  beforeAll(async () => {
    world = await makeWorld()
    const everywhere = Object.values(world.spaces)
    for (const actor of actors) listeners.set(actor, listenTo(world.served.url, world.cookie(actor), everywhere))
    for (const [actor, listener] of listeners) expect(await listener.ready()).toBe(actor !== 'signedOut')
    aviary = await releaseCanaries(world)
  })
  afterAll(async () => {
    for (const listener of listeners.values()) listener.close()
    await world.close()
  })

  /** Those who came across words that aren't for them, and canaries that nobody at all came across. */
  function escaped(canaries: readonly Canary[], seen: ReadonlyMap<Actor, string>) {
    const leaks = canaries.flatMap(({ field, words, audience }) =>
      actors
        .filter((actor) => !audience.includes(actor) && seen.get(actor)?.includes(words))
        .map((actor) => `${actor} sees the ${field}`),
    )
    const unseen = canaries.filter(({ words, audience }) => !audience.some((actor) => seen.get(actor)?.includes(words)))
    return { leaks, unseen: unseen.map(({ field }) => field) }
  }

  it('stay within their audience in every answer of every query', async () => {
    const queries = [...world.procedures.values()].filter(({ kind }) => kind === 'query')
    const inputs: [(typeof queries)[number], unknown][] = []
    for (const procedure of queries) {
      for (const each of rows[procedure.path] ?? []) inputs.push([procedure, await each.input(world, 'coordinator')])
    }
    const messages = world.procedures.get('threads.messages')!
    for (const threadId of aviary.threadIds) inputs.push([messages, { threadId }])
    for (const path of ['documents.byId', 'documents.text'])
      inputs.push([world.procedures.get(path)!, { documentId: aviary.documentId }])
    const seen = new Map<Actor, string>()
    for (const actor of actors) {
      const answers = inputs.map(([procedure, input]) => call(world.served.url, world.cookie(actor), procedure, input))
      seen.set(actor, (await Promise.all(answers)).map(({ body }) => body).join('\n'))
    }
    const { leaks, unseen } = escaped(aviary.canaries, seen)
    expect(leaks).toEqual([])
    expect(unseen).toEqual(['content of a file'])
  })

  it('stay within their audience in every frame of the sockets', async () => {
    const ofRollout = aviary.canaries.filter(({ field }) => /rollout|task|document|name of a file/.test(field))
    await expect.poll(() => escaped(ofRollout, framesSeen()).unseen).toEqual([])
    expect(escaped(aviary.canaries, framesSeen()).leaks).toEqual([])
  })
  const framesSeen = () => new Map([...listeners].map(([actor, { frames }]) => [actor, frames.join('\n')]))

  it('stay within their audience in files, whose refusal is that of a file that doesn’t exist', async () => {
    const fetched = async (actor: Actor, fileId: string) => {
      const cookie = world.cookie(actor)
      const response = await fetch(`${world.served.url}/files/${fileId}`, {
        headers: cookie === undefined ? {} : { cookie },
      })
      return { status: response.status, text: `${JSON.stringify([...response.headers])}\n${await response.text()}` }
    }
    const seen = new Map<Actor, string>()
    for (const actor of actors) {
      const { status, text } = await fetched(actor, aviary.fileId)
      seen.set(actor, text)
      if (peopleWith('rollout', members).some((member) => member === actor)) continue
      expect(status).toBe(actor === 'signedOut' ? 401 : 404)
      expect(status).toBe((await fetched(actor, randomUUID())).status)
    }
    const ofFile = aviary.canaries.filter(({ field }) => field.endsWith('of a file'))
    expect(escaped(ofFile, seen)).toEqual({ leaks: [], unseen: [] })
  })

  it('stay within their audience in documents', async () => {
    const words = `canary-${randomUUID()}`
    const author = editorOf(world.served.url, world.cookie('partner'), aviary.documentId)
    await expect.poll(author.saved).toBe(true)
    author.write(words)
    await expect.poll(author.saved).toBe(true)
    const audience = peopleWith('rollout', members)
    for (const actor of actors) {
      const editor = editorOf(world.served.url, world.cookie(actor), aviary.documentId)
      const member = audience.some((person) => person === actor)
      await expect.poll(() => (member ? editor.text().includes(words) : editor.refused())).toBe(true)
      expect(editor.text().includes(words)).toBe(member)
      editor.close()
    }
    author.close()
  })
})
