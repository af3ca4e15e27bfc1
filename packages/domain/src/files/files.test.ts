import { describe, expect, it } from 'vitest'
import { derivedIds } from '../core/ids.ts'
import type { Role } from '../core/roles.ts'
import type { Envelope } from '../events/envelope.ts'
import { fileAdd, fileRemove, fileRestore } from './files.decide.ts'
import { filesPart } from './files.fold.ts'
import { addFileInput } from './files.ts'
import { can } from './files.policy.ts'

const id = (digit: number): string => `0198c0de-0000-7000-8000-00000000000${digit}`
const now = '2026-11-23T10:00:00.000Z'
const as = (role: Role | undefined, personId = id(1)) => ({ actor: { personId, role }, now, ids: derivedIds(id(9)) })
const input = { spaceId: id(2), fileId: id(3), name: 'Protocol.pdf' }
const upload = { type: 'application/pdf', size: 12, sha256: 'ab' }
const file = { id: id(3), name: 'Protocol.pdf', type: 'application/pdf', size: 12, addedBy: id(1), addedAt: now }

describe('files', () => {
  it('are made of a complete upload by every member', () => {
    const [event] = fileAdd.decide({ file: undefined, upload }, input, as('reader'))
    const state = filesPart.fold({}, {
      spaceId: id(2),
      seq: 1,
      actorId: id(1),
      commandId: id(9),
      at: now,
      ...event,
    } as Envelope)
    expect(state).toEqual({ [id(3)]: file })
    expect(() => fileAdd.decide({ file: undefined, upload: undefined }, input, as('reader'))).toThrow('notFound')
    expect(() => fileAdd.decide({ file: undefined, upload }, input, as(undefined))).toThrow('notFound')
    expect(() => fileAdd.decide({ file, upload }, input, as('reader'))).toThrow('idTaken')
  })

  it('are removed and put back by who added them, and by the coordinator', () => {
    expect(fileRemove.decide({ file }, input, as('reader'))).toHaveLength(1)
    expect(() => fileRemove.decide({ file }, input, as('editor', id(7)))).toThrow('notFound')
    expect(can.remove(as('coordinator', id(7)).actor, file)).toBe(true)
    const [event] = fileRestore.decide({ file, upload }, input, as('coordinator', id(7)))
    expect(event?.payload).toMatchObject({ addedBy: id(1), addedAt: now })
  })

  it('have names that are names, not paths', () => {
    for (const name of ['../secret', 'a/b', 'a\\b', '..', '', 'evil\u202Efdp.exe', 'a\nb']) {
      expect(addFileInput.safeParse({ ...input, name }).success, name).toBe(false)
    }
  })
})
