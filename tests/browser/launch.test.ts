import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { expectAccessible } from './accessible.ts'
import { launchBrowser } from './launch.ts'

const font = createRequire(new URL('../../apps/web/package.json', import.meta.url)).resolve(
  '@fontsource-variable/noto-sans-georgian/files/noto-sans-georgian-georgian-wght-normal.woff2',
)
const page = `<!doctype html><meta charset="utf-8"><title>Kolo</title>
<style>@font-face{font-family:K;src:url(/font.woff2)} p{font-family:K}</style>
<p>გამარჯობა</p><input type="file">`

const server = createServer((request, response) => {
  if (request.url === '/font.woff2') response.setHeader('content-type', 'font/woff2').end(readFileSync(font))
  else if (request.url === '/') response.setHeader('content-type', 'text/html').end(page)
  else response.writeHead(404).end()
})
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) => socket.on('message', (data: Buffer) => socket.send(`echo ${data.toString()}`)))

/** The launcher promises a browser that can do what the journeys rely on. */
describe('the launched browser', () => {
  let browser: Browser
  let tab: Page
  let url: string

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    browser = await launchBrowser()
    tab = await (await browser.newContext()).newPage()
    await tab.goto(url)
  })
  afterAll(async () => {
    await browser?.close()
    sockets.close()
    server.close()
  })

  test('loads web fonts', async () => {
    const loaded = tab.evaluate(async () => {
      await document.fonts.load('16px K', 'გ')
      return document.fonts.check('16px K', 'გ')
    })
    expect(await loaded).toBe(true)
  })

  test('speaks WebSocket', async () => {
    const answer = tab.evaluate(
      (address) =>
        new Promise((done, fail) => {
          const socket = new WebSocket(address)
          socket.onopen = () => socket.send('zdravo')
          socket.onmessage = (message) => done(message.data)
          socket.onerror = fail
        }),
      url.replace('http', 'ws'),
    )
    expect(await answer).toBe('echo zdravo')
  })

  test('keeps IndexedDB across a reload', async () => {
    await tab.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const open = indexedDB.open('probe', 1)
          open.onupgradeneeded = () => open.result.createObjectStore('things').put('kept', 'key')
          open.onsuccess = () => done()
          open.onerror = fail
        }),
    )
    await tab.reload()
    const kept = tab.evaluate(
      () =>
        new Promise((done, fail) => {
          const open = indexedDB.open('probe', 1)
          open.onerror = fail
          open.onsuccess = () => {
            const read = open.result.transaction('things').objectStore('things').get('key')
            read.onsuccess = () => done(read.result)
          }
        }),
    )
    expect(await kept).toBe('kept')
  })

  test('takes files and screenshots', async () => {
    await tab.setInputFiles('input', { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('abc') })
    expect(await tab.evaluate(() => document.querySelector('input')?.files?.[0]?.text())).toBe('abc')
    expect((await tab.screenshot()).subarray(1, 4).toString()).toBe('PNG')
  })

  test('tells an accessible page from one that is not', async () => {
    await tab.setContent('<html lang="en"><title>a</title><main><h1>Kolo</h1><button>Go</button></main>')
    await expectAccessible(tab)
    await tab.setContent('<html lang="en"><title>a</title><main><h1>Kolo</h1><button></button></main>')
    await expect(expectAccessible(tab)).rejects.toThrow('button-name')
  })

  test('keeps the sessions of two people apart', async () => {
    const [first, second] = await Promise.all([browser.newContext(), browser.newContext()])
    await first.addCookies([{ name: 'session', value: 'a', url }])
    expect(await second.cookies(url)).toEqual([])
    await Promise.all([first.close(), second.close()])
  })
})
