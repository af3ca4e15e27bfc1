import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { openSpace, openTab, prepareJourney, signInByForm } from '../session.ts'
import { isAway, main, messageOf, say, startThread, threadOf } from '../working.ts'

const patience = { timeout: 30_000 }
const stage = 'Training and dissemination'
const thread = 'Who brings the printed forms?'
const alone = 'This browser’s storage is full. Keep this page open until it is sent.'
const small = 16_000_000
const status = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words, visible: true }).first().waitFor()

/** What is said in the thread that is open, in order. */
const saidIn = (page: Page): Promise<string[]> => threadOf(page, thread).locator('[data-number] p').allInnerTexts()

/** What becomes of so many characters that are written to the browser's disk, and how many commands lie there. */
const onDisk = (page: Page, characters: number): Promise<{ readonly fate: string; readonly unsent: number }> =>
  page.evaluate(async (length) => {
    const [name] = (await indexedDB.databases()).flatMap((each) => (each.name?.startsWith('kolo-') ? [each.name] : []))
    const opening = indexedDB.open(name ?? '')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const database = opening.result
    const writing = database.transaction('answers', 'readwrite')
    writing.objectStore('answers').put('a'.repeat(length), 'probe')
    const fate = await new Promise<string>((resolve) => {
      writing.addEventListener('complete', () => resolve('written'))
      writing.addEventListener('abort', () => resolve(writing.error?.name ?? 'aborted'))
    })
    const counting = database.transaction('outbox').objectStore('outbox').count()
    await new Promise((resolve) => counting.addEventListener('success', resolve))
    database.close()
    return { fate, unsent: counting.result }
  }, characters)

/** Row A12 of the quality list, for the quota: the browser's disk takes nothing any more while its person writes. */
describe('a browser whose disk is full', () => {
  const journey = prepareJourney()
  let coordinator: Page
  let partner: Page
  let browser: BrowserContext
  let devtools: CDPSession
  const said = ['Two hundred will do.']

  /** How much the browser may keep of the hub; without a number, as much as ever. */
  const limit = (bytes?: number): Promise<unknown> =>
    devtools.send('Storage.overrideQuotaForOrigin', {
      origin: journey.server.url,
      ...(bytes !== undefined && { quotaSize: bytes }),
    })

  test('somebody is at a thread, in a browser with a small disk', async () => {
    ;[coordinator, partner] = await Promise.all([journey.enter('coordinator'), journey.visit()])
    browser = partner.context()
    devtools = await browser.newCDPSession(partner)
    // Before anything is written: the browser remembers for a while how much room there was.
    await limit(small)
    await signInByForm(partner, 'partner-serbia@demo.kolo.test')
    await openSpace(coordinator, stage)
    await startThread(coordinator, thread, said[0]!)
    await openSpace(partner, stage)
    await openTab(partner, 'Discussion')
    await main(partner).getByRole('link', { name: thread }).click()
    await messageOf(partner, thread, said[0]!).waitFor()
    await status(partner, 'Live')
    expect((await onDisk(partner, 1)).fate).toBe('written')
  })

  test('[SYN18] where the disk takes nothing, what is written still goes out', async () => {
    await limit(1)
    // More than it remembers to have room for: now it looks again.
    expect((await onDisk(partner, small)).fate).toBe('QuotaExceededError')
    expect((await onDisk(partner, 1)).fate).toBe('QuotaExceededError')
    await say(partner, thread, 'I bring them.')
    await messageOf(coordinator, thread, 'I bring them.').waitFor()
    await say(coordinator, thread, 'In both languages?')
    await messageOf(partner, thread, 'In both languages?').waitFor()
    await status(partner, 'Live')
    said.push('I bring them.', 'In both languages?')
  })

  test('[SYN23] without a network either, it goes on showing, and says that this page alone has it', async () => {
    await browser.setOffline(true)
    const lines = ['In three.', 'And the pens?', 'I have pens.']
    for (const line of lines) await say(partner, thread, line)
    said.push(...lines)
    expect(await onDisk(partner, 1)).toEqual({ fate: 'QuotaExceededError', unsent: 0 })
    await vi.waitFor(async () => expect(await threadOf(partner, thread).getByText(alone).count()).toBe(3), patience)
    expect(await threadOf(partner, thread).getByText('Waiting for the network').count()).toBe(0)
    await isAway(partner)
    await status(partner, alone)
    await partner.getByRole('button', { name: alone }).click()
    const dialog = partner.getByRole('dialog', { name: 'Not sent yet' })
    for (const line of lines)
      await dialog.getByRole('listitem').filter({ hasText: line }).filter({ hasText: alone }).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  test('[SYN18] such a tab isn’t closed or left without a word', async () => {
    const asked: string[] = []
    partner.once('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await partner.close({ runBeforeUnload: true })
    await vi.waitFor(() => expect(asked).toEqual(['beforeunload']), patience)
    await vi.waitFor(async () => expect(await saidIn(partner)).toEqual(said), patience)
  })

  test('[SYN19] [SYN20] once the network is back all of it goes out, in order, once', async () => {
    await browser.setOffline(false)
    for (const page of [coordinator, partner])
      await vi.waitFor(async () => expect(await saidIn(page)).toEqual(said), patience)
    await status(partner, 'Live')
    await partner.reload()
    await vi.waitFor(async () => expect(await saidIn(partner)).toEqual(said), patience)
  })

  test('[SYN18] once there is room, what is written is on the disk again before it goes out', async () => {
    await limit()
    expect((await onDisk(partner, 1)).fate).toBe('written')
    await status(partner, 'Live')
    await browser.setOffline(true)
    await say(partner, thread, 'Good.')
    await threadOf(partner, thread).getByText('Waiting for the network').first().waitFor()
    await vi.waitFor(async () => expect((await onDisk(partner, 1)).unsent).toBeGreaterThan(0), patience)
    await browser.setOffline(false)
    await messageOf(coordinator, thread, 'Good.').waitFor()
    await vi.waitFor(async () => expect((await onDisk(partner, 1)).unsent).toBe(0), patience)
  })
})
