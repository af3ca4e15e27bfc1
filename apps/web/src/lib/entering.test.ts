import { describe, expect, test } from 'vitest'
import { entranceAt, insideAddress } from './entering.ts'

describe('where one comes to after signing in', () => {
  test('an address inside the hub is kept', () => {
    for (const inside of ['/', '/reports', '/spaces/1/threads?x=1', '/sign-in-sheets']) {
      expect(insideAddress(inside)).toBe(inside)
    }
  })

  test('one that leads elsewhere, or back to signing in, leads to the start', () => {
    for (const other of [
      'https://evil.test',
      '//evil.test',
      '/\\evil.test',
      '',
      undefined,
      1,
      '/sign-in',
      '/sign-in/link?x',
      '/sign-in?next=/',
    ]) {
      expect(insideAddress(other)).toBe('/')
    }
  })
})

describe('an entrance', () => {
  test('is one of few addresses, and no space below them', () => {
    expect(['/sign-in', '/sign-in/', '/sign-in/link', '/setup', '/invitations'].map(entranceAt)).not.toContain(
      undefined,
    )
    expect(['/', '/sign-in-sheets', '/setup/x', '/spaces/1/invitations'].map(entranceAt)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
