import { describe, expect, it } from 'vitest'
import { sessionSecretIn } from './cookies.ts'
import { networkOf } from './limits.ts'
import { createPasswords } from './passwords.ts'

describe('passwords', () => {
  const { hash: hashPassword, fits: passwordFits } = createPasswords()

  it('are kept as salted scrypt hashes that only the password fits', async () => {
    const [one, other] = await Promise.all([hashPassword('Ђурђевдан 1942'), hashPassword('Ђурђевдан 1942')])
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$/)
    expect(one).not.toBe(other)
    expect(await passwordFits('Ђурђевдан 1942', one)).toBe(true)
    expect(await passwordFits('Ђурђевдан 1943', one)).toBe(false)
    expect(await passwordFits('', one)).toBe(false)
    expect(await createPasswords({ N: 1024, r: 8, p: 1 }).fits('anything', undefined)).toBe(false)
    expect(await passwordFits('anything', 'plain$anything')).toBe(false)
  })

  it('are the same however a letter was typed', async () => {
    expect(await passwordFits('lozinka \u0161', await hashPassword('lozinka s\u030C'))).toBe(true)
  })
})

describe('the network of an address', () => {
  it('is the address itself, or the half of an IPv6 address that one subscriber has', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2')
    expect(networkOf('2001:0DB8:1:2:bbbb:cccc:dddd:eeee')).toBe('2001:db8:1:2')
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
    expect(networkOf('::1')).toBe('0:0:0:0')
  })
})

describe('the cookie of a session', () => {
  const secret = 'x'.repeat(43)
  it('is found among others and nothing else is taken for it', () => {
    const read = (cookie: string, secure = false) => sessionSecretIn(new Headers({ cookie }), secure)
    expect(read(`a=b; kolo=${secret}; c=d`)).toBe(secret)
    expect(read(`kolo=${secret}`, true)).toBeUndefined()
    expect(read(`__Host-kolo=${secret}`, true)).toBe(secret)
    expect(read(`kolo=${secret}extra`)).toBeUndefined()
    expect(read('kolo=')).toBeUndefined()
    expect(sessionSecretIn(new Headers(), false)).toBeUndefined()
  })
})
