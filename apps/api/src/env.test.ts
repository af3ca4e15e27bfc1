import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv, WrongSettings } from './env.ts'

describe('settings', () => {
  it('have defaults that are no production', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4000',
      logLevel: 'info',
      production: false,
    })
    expect(isAbsolute(env.dataDir)).toBe(true)
    expect(env.databaseUrl).toBeUndefined()
  })

  it('count as not set when they are empty', () => {
    expect(readEnv({ DATABASE_URL: '', PUBLIC_URL: '', PORT: '' })).toEqual(readEnv({}))
  })

  const wrong: readonly [string, string, RegExp][] = [
    ['PORT', 'http', /PORT: /],
    ['PORT', '70000', /PORT: /],
    ['PORT', '80.5', /PORT: /],
    ['PUBLIC_URL', 'kolo.example.org', /PUBLIC_URL: must be a URL that begins with http:\/\/ or https:\/\//],
    ['PUBLIC_URL', 'ftp://kolo.example.org', /PUBLIC_URL: must be a URL/],
    [
      'DATABASE_URL',
      'mysql://localhost/kolo',
      /DATABASE_URL: must be a URL that begins with postgres:\/\/ or postgresql:\/\//,
    ],
    ['REDIS_URL', 'localhost:6379', /REDIS_URL: must be a URL that begins with redis:\/\/ or rediss:\/\//],
    ['SMTP_URL', 'mail.example.org', /SMTP_URL: must be a URL that begins with smtp:\/\/ or smtps:\/\//],
    ['LOG_LEVEL', 'chatty', /LOG_LEVEL: /],
  ]
  it.each(wrong)('%s=%s refuses the start and says why', (name, value, message) => {
    expect(() => readEnv({ [name]: value })).toThrow(WrongSettings)
    expect(() => readEnv({ [name]: value })).toThrow(message)
  })

  it('name every wrong one at once', () => {
    expect(() => readEnv({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[^]*LOG_LEVEL/)
  })

  const productions: readonly [string, Record<string, string>, boolean][] = [
    ['a database server', { DATABASE_URL: 'postgres://db/kolo' }, true],
    ['an address for everybody', { HOST: '0.0.0.0' }, true],
    ['an IPv6 address for everybody', { HOST: '::' }, true],
    ['an address in the network', { HOST: '192.168.1.20' }, true],
    ['a public address', { PUBLIC_URL: 'https://kolo.example.org' }, true],
    ['a public address that begins like a local one', { PUBLIC_URL: 'http://localhost.example.org' }, true],
    ['a host that begins like loopback', { HOST: '127.0.0.1.example.org' }, true],
    ['loopback by name', { HOST: 'localhost' }, false],
    ['another address of loopback', { HOST: '127.0.0.2' }, false],
    ['loopback of IPv6', { HOST: '::1' }, false],
    ['a public address that is loopback', { PUBLIC_URL: 'http://[::1]:4000' }, false],
    ['mail', { SMTP_URL: 'smtp://localhost:25' }, false],
  ]
  it.each(productions)('%s: %o is production: %s', (_what, source, production) => {
    expect(readEnv(source).production).toBe(production)
  })

  it('give a public address without a slash at the end, and one that follows host and port', () => {
    expect(readEnv({ PUBLIC_URL: 'https://kolo.example.org/' }).publicUrl).toBe('https://kolo.example.org')
    for (const HOST of ['0.0.0.0', '::'])
      expect(readEnv({ HOST }).publicUrl, 'nobody finds the way to all addresses').toMatch(
        /^http:\/\/[1-9][\d.]+:4000$/,
      )
    expect(readEnv({ HOST: '::1', PORT: '5000' }).publicUrl).toBe('http://[::1]:5000')
  })

  it('read proxies as a list', () => {
    expect(readEnv({ TRUST_PROXY: '10.0.0.1, 10.0.0.2,' }).trustProxy).toEqual(['10.0.0.1', '10.0.0.2'])
  })
})
