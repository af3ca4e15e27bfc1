import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { openSpace, openTab, prepareJourney } from './session.ts'
import { composer, main, messageOf, say, startThread, threadOf } from './working.ts'

const stage = 'Training and dissemination'
const thread = 'Which hall do we take?'
const isHubSocket = (url: string): boolean => url.includes('/socket.io/')
const status = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words, visible: true }).first().waitFor()

/** Posts without looking at what becomes of it. */
async function post(page: Page, words: string): Promise<void> {
  await composer(page, thread).fill(words)
  await threadOf(page, thread).getByRole('button', { name: 'Send', exact: true }).click()
}

/** How many spaces of anybody lie on the browser's disk. */
const spacesOnDisk = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('kolo-') ? [name] : []))
    const counts = names.map(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.addEventListener('error', () => reject(new Error(`${name} can’t be opened.`)))
          opening.addEventListener('success', () => {
            const database = opening.result
            const counting = database.transaction('spaces').objectStore('spaces').count()
            counting.addEventListener('success', () => {
              database.close()
              resolve(counting.result)
            })
          })
        }),
    )
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  })

/** One person with several tabs, on lines that aren't what they should be. */
describe('tabs and lines', () => {
  const journey = prepareJourney()
  let coordinator: Page
  let first: Page
  let second: Page
  let browser: BrowserContext
  let sockets = 0

  /** Another tab of the partner, at the thread. */
  const openThread = async (page: Page): Promise<void> => {
    await openSpace(page, stage)
    await openTab(page, 'Discussion')
    await main(page).getByRole('link', { name: thread }).click()
    await threadOf(page, thread).waitFor()
  }

  test('[SYN27] two tabs share one connection and see each other’s words at once', async () => {
    ;[coordinator, first] = await Promise.all([journey.enter('coordinator'), journey.enter('partner-serbia')])
    await openSpace(coordinator, stage)
    await startThread(coordinator, thread, 'The one at the river has forty seats.')
    await openThread(first)
    await status(first, 'Live')
    browser = first.context()
    browser.on('page', (page) => page.on('websocket', (socket) => (sockets += isHubSocket(socket.url()) ? 1 : 0)))
    second = await browser.newPage()
    await second.goto(first.url())
    await status(second, 'Live')
    await say(second, thread, 'Forty are enough.')
    for (const page of [first, coordinator]) await messageOf(page, thread, 'Forty are enough.').waitFor()
    await say(coordinator, thread, 'Then we take it.')
    for (const page of [first, second]) await messageOf(page, thread, 'Then we take it.').waitFor()
    expect(sockets).toBe(0)
  })

  test('[SYN28] the second goes on when the first is closed', async () => {
    await first.close()
    await vi.waitFor(() => expect(sockets).toBe(1), { timeout: 30_000 })
    await status(second, 'Live')
    await say(coordinator, thread, 'I write to them.')
    await messageOf(second, thread, 'I write to them.').waitFor()
  })

  test('[SYN15] where no socket gets through, everything still arrives', async () => {
    await browser.routeWebSocket(isHubSocketAddress, (socket) => socket.close())
    await second.reload()
    await threadOf(second, thread).waitFor()
    await status(second, 'Slow connection')
    await say(second, thread, 'Ask for a beamer too.')
    await messageOf(coordinator, thread, 'Ask for a beamer too.').waitFor()
    await say(coordinator, thread, 'They have one.')
    await messageOf(second, thread, 'They have one.').waitFor()
  })

  test('what is unsent is told before the tab is closed, and before signing out', async () => {
    await browser.setOffline(true)
    await post(second, 'And for coffee.')
    await threadOf(second, thread).getByText('Waiting for the network').first().waitFor()
    const asked: string[] = []
    second.on('dialog', (dialog) => {
      asked.push(dialog.type())
      return dialog.dismiss()
    })
    await second.close({ runBeforeUnload: true })
    await vi.waitFor(() => expect(asked).toEqual(['beforeunload']), { timeout: 30_000 })
    await second.getByRole('button', { name: 'Partner Serbia' }).click()
    await second.getByRole('menuitem', { name: 'Sign out' }).click()
    await vi.waitFor(() => expect(asked).toEqual(['beforeunload', 'confirm']), { timeout: 30_000 })
    await threadOf(second, thread).waitFor()
    await browser.setOffline(false)
    await messageOf(coordinator, thread, 'And for coffee.').waitFor()
    await status(second, 'Slow connection')
  })

  test('[SYN17] whoever signs out leaves nothing behind, in no tab', async () => {
    const third = await browser.newPage()
    await third.goto(second.url())
    await threadOf(third, thread).waitFor()
    await vi.waitFor(async () => expect(await spacesOnDisk(third)).toBeGreaterThan(0), { timeout: 30_000 })
    await second.getByRole('button', { name: 'Partner Serbia' }).click()
    await second.getByRole('menuitem', { name: 'Sign out' }).click()
    for (const page of [second, third]) await page.getByLabel('Password').waitFor()
    expect(await spacesOnDisk(third)).toBe(0)
  })
})

function isHubSocketAddress(url: URL): boolean {
  return isHubSocket(url.href)
}
