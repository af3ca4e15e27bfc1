import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../browser/launch.ts'
import { type Figure, spreadOf } from './figures.ts'
import type { Stage } from './stage.ts'

const [times, patience] = [5, 60_000]

/**
 * In a browser that had the board open before, without a network: how long from the page's first moment until its tasks are
 * painted. Where they never are, it says so and gives no number, so that the other rows are told all the same.
 */
export async function boardFromDisk(stage: Stage): Promise<Figure> {
  const label = 'from the browser’s own disk, without a network'
  const painted = await paintedAfter(stage).catch((error: unknown) => {
    process.stderr.write(`${label}: ${String(error)}\n`)
    return []
  })
  return { label, unit: 'ms', hub: spreadOf(painted) }
}

async function paintedAfter(stage: Stage): Promise<number[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext()
    const page = await openOnce(context, stage)
    await context.setOffline(true)
    const painted: number[] = []
    for (let time = 0; time < times; time += 1) {
      await page.reload({ waitUntil: 'commit' })
      painted.push(await page.evaluate(untilPainted, patience))
    }
    return painted
  } finally {
    await browser.close()
  }
}

/** Opens the board, and again by what was kept, until code and space lie in the browser. */
async function openOnce(context: BrowserContext, { hub, writer, board }: Stage): Promise<Page> {
  const [name = '', value = ''] = writer.cookie.split('=')
  await context.addCookies([{ name, value, url: hub.url }])
  const page = await context.newPage()
  await page.goto(`${hub.url}/spaces/${board.spaceId}/boards`)
  await page.locator('[data-card]').first().waitFor()
  await page.waitForFunction(isKept, board.spaceId, { polling: 100, timeout: patience })
  return page
}

/** Runs in the page. */
async function isKept(spaceId: string): Promise<boolean> {
  if (!navigator.serviceWorker.controller) return false
  const kept = new Set((await (await caches.open('kolo-code')).keys()).map(({ url }) => url))
  const loaded = performance.getEntriesByType('resource').filter(({ name }) => /\/assets\/.*\.(js|css)$/.test(name))
  if (!kept.has(new URL('/', location.href).href) || loaded.some(({ name }) => !kept.has(name))) return false
  const own = (await indexedDB.databases()).find(({ name }) => name?.startsWith('kolo-'))
  return new Promise((resolve) => {
    const opening = indexedDB.open(own?.name ?? '')
    opening.addEventListener('success', () => {
      const asked = opening.result.transaction('spaces').objectStore('spaces').getKey(spaceId)
      asked.addEventListener('success', () => {
        opening.result.close()
        resolve(asked.result !== undefined)
      })
    })
  })
}

/** Runs in the page: the moment after the first tasks were painted, counted from the navigation. */
async function untilPainted(patience: number): Promise<number> {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
  while (!document.querySelector('[data-card]')) {
    if (performance.now() > patience) throw new Error('Without a network the board shows no task.')
    await frame()
  }
  await frame()
  return performance.now()
}
