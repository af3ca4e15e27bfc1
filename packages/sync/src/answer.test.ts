import { expect, it } from 'vitest'
import { answersIn } from './answer.ts'

const unknown = { status: 'unknown' }
const diskFull = { code: 'unavailable', details: { reason: 'diskFull' } }

it('[SYN20] takes for unknown whatever it can’t understand', () => {
  for (const nonsense of [undefined, null, 'refused', 7, {}]) expect(answersIn(nonsense)).toEqual([unknown])
  const replies = [
    { status: 'committed', at: [{ spaceId: 'a', seq: 7 }] },
    { status: 'committed' },
    null,
    'committed',
    { status: 'refused' },
    { status: 'refused', code: 'unavailable' },
    { status: 'refused', ...diskFull },
    { status: 'refused', code: 'notFound', details: {} },
  ]
  expect(answersIn(replies)).toEqual([
    replies[0],
    unknown,
    unknown,
    unknown,
    unknown,
    unknown,
    { ...unknown, because: diskFull },
    replies[7],
  ])
})
