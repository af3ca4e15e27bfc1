import { expect, it } from 'vitest'
import { plainError } from './plain-error.ts'

it('an error in the log says what went wrong, and nothing of the row that the database refused', () => {
  const refused = Object.assign(new Error('violates check constraint'), {
    code: '23514',
    detail: 'Failing row contains (scrypt$…).',
    client: { password: 'secret' },
  })
  const logged = plainError(new Error('The batch has to be run one by one.', { cause: refused }))
  expect(logged).toMatchObject({ cause: { message: 'violates check constraint', code: '23514' } })
  expect(JSON.stringify(logged)).not.toMatch(/scrypt|secret/)
  expect(plainError('words').message).toBe('words')
})
