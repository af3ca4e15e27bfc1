import { demoId } from '@kolo/api/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { insider } from '../hidden.ts'
import { openSpace, openTab, prepareJourney, sidebar } from '../session.ts'
import { composer, isAway, main, messageOf, say, startThread, threadOf } from '../working.ts'

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

/** What is said in the thread that is open, in order. */
const saidIn = (page: Page): Promise<string[]> => threadOf(page, thread).locator('[data-number] p').allInnerTexts()

/** Ends a tab as a fault of the browser does: nothing of it is called any more. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const devtools = await page.context().newCDPSession(page)
  // Nobody is left to answer.
  void devtools.send('Page.crash').catch(() => undefined)
  await crashed
  // What is left of it is closed, or the browser would go on waiting for it.
  await page.close()
}

type Kept = {
  readonly parts: { readonly threads: Record<string, { readonly title: string; readonly lastNumber: number }> }
}

/** The spaces of anybody that lie on the browser's disk. */
const spacesOnDisk = (page: Page): Promise<Kept[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('kolo-') ? [name] : []))
    const kept = names.map(
      (name) =>
        new Promise<Kept[]>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.addEventListener('error', () => reject(new Error(`${name} can’t be opened.`)))
          opening.addEventListener('success', () => {
            const database = opening.result
            const reading: IDBRequest<Kept[]> = database.transaction('spaces').objectStore('spaces').getAll()
            reading.addEventListener('success', () => {
              database.close()
              resolve(reading.result)
            })
          })
        }),
    )
    return (await Promise.all(kept)).flat()
  })

/** How many messages the thread has, as far as the browser's disk knows. */
const messagesOnDisk = async (page: Page): Promise<number> => {
  const threads = (await spacesOnDisk(page)).flatMap(({ parts }) => Object.values(parts.threads))
  return threads.find(({ title }) => title === thread)?.lastNumber ?? 0
}

/** What the browser hasn’t kept of the page and the code that it has fetched. */
const notKept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const kept = (await (await caches.open('kolo-code')).keys()).map(({ url }) => url)
    // Not the fonts that were asked for while there was no network.
    const came = performance
      .getEntriesByType('resource')
      .filter((entry) => 'responseStatus' in entry && entry.responseStatus === 200)
    const fetched = came.map(({ name }) => name)
    return [new URL('/', location.href).href, ...fetched.filter((url) => url.includes('/assets/'))].filter(
      (url) => !kept.includes(url),
    )
  })

/** One person with several tabs, on lines that aren't what they should be. */
describe('tabs and lines', () => {
  const journey = prepareJourney({}, { keepsCode: true })
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

  test('[SYN28] what both have written without a network goes out once, in order, when the one that leads crashes', async () => {
    const other = await browser.newPage()
    await other.goto(second.url())
    await threadOf(other, thread).waitFor()
    await status(other, 'Live')
    await browser.setOffline(true)
    for (const page of [second, other]) await isAway(page)
    const lines = ['They are closed today.', 'Then tomorrow.', 'At nine?', 'At ten.']
    for (const [index, words] of lines.entries()) {
      const [from, to] = index % 2 === 0 ? [second, other] : [other, second]
      await post(from, words)
      await threadOf(to, thread).getByText(words).first().waitFor()
    }
    await crash(second)
    await browser.setOffline(false)
    for (const page of [coordinator, other])
      await vi.waitFor(async () => expect((await saidIn(page)).slice(-5)).toEqual(['I write to them.', ...lines]), {
        timeout: 30_000,
      })
    await status(other, 'Live')
    second = other
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

  test('[SYN15] [SYN31] nor does it need one to be told that a space is closed to somebody', async () => {
    const partner = await journey.enter('partner-georgia')
    await partner.context().routeWebSocket(isHubSocketAddress, (socket) => socket.close())
    await partner.reload()
    await openThread(partner)
    await status(partner, 'Slow connection')
    const by = await insider(journey.server.url, 'coordinator')
    const [project] = await by.make<{ id: string }[]>('projects.mine', {})
    const { coordinationSpaceId: spaceId } = await by.make<{ coordinationSpaceId: string }>('projects.navigation', {
      projectId: project?.id,
    })
    await by.make('organizations.endParticipation', {
      spaceId,
      participationId: demoId('participation partner-georgia'),
    })
    await main(partner).getByText('This doesn’t exist, or you have no access to it.').waitFor()
    await vi.waitFor(async () => expect(await (await sidebar(partner)).getByTitle(stage).count()).toBe(0), {
      timeout: 30_000,
    })
    await status(partner, 'Slow connection')
    await partner.context().close()
  })

  test('what is unsent is told before the tab is closed, and before signing out', async () => {
    await browser.setOffline(true)
    await post(second, 'And for coffee.')
    await threadOf(second, thread).getByText('Waiting for the network').first().waitFor()
    const asked: string[] = []
    second.on('dialog', (dialog) => {
      asked.push(dialog.type())
      // Later the person leaves all the same.
      return asked.length > 1 ? dialog.accept() : dialog.dismiss()
    })
    await second.close({ runBeforeUnload: true })
    await vi.waitFor(() => expect(asked).toEqual(['beforeunload']), { timeout: 30_000 })
    await second.getByRole('button', { name: 'Partner Serbia' }).click()
    await second.getByRole('menuitem', { name: 'Sign out' }).click()
    await second.getByRole('alertdialog', { name: 'Sign out' }).getByRole('button', { name: 'Cancel' }).click()
    await threadOf(second, thread).waitFor()
    await browser.setOffline(false)
    await messageOf(coordinator, thread, 'And for coffee.').waitFor()
    await status(second, 'Slow connection')
  })

  test('[SYN16] without a hub the page opens as it was; what is written then arrives once it is back', async () => {
    await vi.waitFor(async () => expect(await notKept(second)).toEqual([]), { timeout: 30_000 })
    await second.goto(new URL('/', second.url()).href)
    await second.getByRole('heading', { name: 'Waiting for you' }).waitFor()
    await second.goBack()
    await messageOf(second, thread, 'And for coffee.').waitFor()
    await vi.waitFor(async () => expect(await messagesOnDisk(second)).toBe(11), { timeout: 30_000 })
    await journey.server.kill()
    await second.reload()
    await messageOf(second, thread, 'And for coffee.').waitFor()
    await isAway(second)
    await post(second, 'I am on the train.')
    await threadOf(second, thread).getByText('Waiting for the network').first().waitFor()
    await second.reload()
    await threadOf(second, thread).getByText('I am on the train.').first().waitFor()
    await second.goto(new URL('/', second.url()).href)
    await second.getByRole('heading', { name: 'Waiting for you' }).waitFor()
    await second.goBack()
    await journey.server.restart()
    await messageOf(coordinator, thread, 'I am on the train.').waitFor()
    await messageOf(second, thread, 'I am on the train.').waitFor()
  })

  test('[SYN17] whoever signs out leaves nothing behind, in no tab', async () => {
    const third = await browser.newPage()
    await third.goto(second.url())
    await threadOf(third, thread).waitFor()
    await vi.waitFor(async () => expect(await spacesOnDisk(third)).not.toEqual([]), { timeout: 30_000 })
    await second.getByRole('button', { name: 'Partner Serbia' }).click()
    await second.getByRole('menuitem', { name: 'Sign out' }).click()
    for (const page of [second, third]) await page.getByLabel('Password').waitFor()
    expect(await spacesOnDisk(third)).toEqual([])
  })
})

function isHubSocketAddress(url: URL): boolean {
  return isHubSocket(url.href)
}
