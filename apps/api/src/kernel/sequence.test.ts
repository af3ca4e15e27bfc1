import { randomUUID } from 'node:crypto'
import { defineCommand } from '@kolo/domain/core/command'
import { DomainError, invalid } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { memberJoined } from '@kolo/domain/spaces/spaces.events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addPerson } from '../features/people/commands/add-person.ts'
import { disablePerson } from '../features/people/commands/disable-person.ts'
import { systemSender, type TestHub, testHub } from '../testing/hub.ts'
import { type Command, command, ownSpace } from './command.ts'

const word = z.object({ spaceId: idSchema, also: idSchema.optional(), word: z.string() })

/** Tells its spaces a word; `away` can't be done now, `no` is refused. */
const tellingIn = (spaces: Command<string, typeof word>['spaces']) =>
  command(
    defineCommand('test.tell', word, () => []),
    {
      spaces,
      handle: async ({ input, actor }) => {
        if (input.word === 'away') throw new DomainError('unavailable')
        if (input.word === 'no') throw invalid('emptyMessage')
        const joined = memberJoined.of({ personId: actor.personId, role: 'editor', via: input.word })
        return [input.spaceId, ...(input.also ? [input.also] : [])].map((spaceId) => ({ ...joined, spaceId }))
      },
    },
  )
const telling = tellingIn(ownSpace)
const tellingBoth = tellingIn(async (_read, { spaceId, also }) => [spaceId, ...(also ? [also] : [])])

describe('commands in order', () => {
  let hub: TestHub
  let author: string
  beforeAll(async () => {
    hub = await testHub()
    author = await hub.person('Author')
  })
  afterAll(() => hub.close())

  const space = () => hub.space('stage', { [author]: 'editor' })
  const tellAll = (told: readonly (readonly [string, string, string?])[]) => {
    const execute = hub.kernel.inOrder()
    return Promise.allSettled(
      told.map(([word, spaceId, also]) =>
        execute(also === undefined ? telling : tellingBoth, {
          sender: { personId: author },
          commandId: randomUUID(),
          input: { spaceId, also, word },
        }),
      ),
    )
  }
  const wordsIn = async (spaceId: string) =>
    (await hub.eventsAfter(spaceId, 0)).map(({ payload }) => payload['via']).filter((via) => via !== 'test')

  it('are done one behind the other, on one space and across several', async () => {
    const [here, there] = [await space(), await space()]
    const before = [await wordsIn(here), await wordsIn(there)]
    const words = Array.from({ length: 30 }, (_, index) => `word ${index}`)
    const answers = await tellAll(
      words.map((word, index) => (index % 10 === 9 ? [word, here, there] : [word, index % 4 === 3 ? there : here])),
    )
    expect(answers.map(({ status }) => status)).toEqual(words.map(() => 'fulfilled'))
    const of = (spaceIndex: number) => (index: number) =>
      index % 10 === 9 || (index % 4 === 3 ? spaceIndex === 1 : spaceIndex === 0)
    for (const [index, spaceId] of [here, there].entries()) {
      const expected = words.filter((_, word) => of(index)(word))
      expect((await wordsIn(spaceId)).slice(before[index]!.length)).toEqual(expected)
    }
  })

  it('go on behind one that is refused', async () => {
    const here = await space()
    const answers = await tellAll([
      ['one', here],
      ['no', here],
      ['two', here],
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await wordsIn(here)).slice(-2)).toEqual(['one', 'two'])
  })

  it('stop at one that could not be done now, however far those behind it have come', async () => {
    const [here, there] = [await space(), await space()]
    const answers = await tellAll([
      ['one', here],
      ['away', here],
      ['two', here],
      ['three', there],
      ['four', here, there],
    ])
    const codes = answers.map((answer) =>
      answer.status === 'fulfilled' ? 'done' : (answer.reason as DomainError).code,
    )
    expect(codes).toEqual(['done', 'unavailable', 'unavailable', 'unavailable', 'unavailable'])
    expect((await wordsIn(here)).slice(-1)).toEqual(['one'])
  })

  it('stop at one whose space nobody can find out now', async () => {
    const here = await space()
    const lost = { ...telling, spaces: () => Promise.reject(new Error('no answer')) }
    const execute = hub.kernel.inOrder()
    const send = (which: typeof telling, word: string) =>
      execute(which, { sender: { personId: author }, commandId: randomUUID(), input: { spaceId: here, word } })
    const answers = await Promise.allSettled([send(lost, 'one'), send(telling, 'two')])
    expect(answers).toMatchObject([{ reason: { message: 'no answer' } }, { reason: { code: 'unavailable' } }])
  })

  it('know what those before them did, also where the database says which spaces they concern', async () => {
    const [spaceId, personId] = [hub.networkSpaceId, randomUUID()]
    const execute = hub.kernel.inOrder()
    const send = <Input extends z.ZodType>(which: Command<string, Input>, input: z.input<Input>) =>
      execute(which, { sender: systemSender, commandId: randomUUID(), input: which.input.parse(input) })
    const person = {
      personalSpaceId: randomUUID(),
      name: 'New',
      email: `${personId}@test.example`,
      rendition: 'en' as const,
    }
    const answers = await Promise.allSettled([
      send(addPerson, { spaceId, personId, ...person }),
      send(disablePerson, { spaceId, personId }),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })
})
