import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../browser/launch.ts'
import type { Figure } from '../figures.ts'
import type { Row } from '../row.ts'
import type { Stage } from '../stage.ts'

/** What a browser loads that was never here: scripts and styles, gzip, and when the first content is visible. */
export const p16: Row = {
  id: 'P16',
  title: 'first load, JS + CSS gzip; content visible, cold',
  target: 'sign-in 110, Home 230, board 260, editor 450 kB; ≤ 500 ms',
  once: true,
  async measure(stage: Stage): Promise<Figure[]> {
    const browser = await launchBrowser()
    const { spaceId } = stage.board
    const pages: readonly [string, string, string | undefined][] = [
      ['sign-in', '/sign-in', undefined],
      ['Home', '/', stage.writer.cookie],
      ['board', `/spaces/${spaceId}/boards`, stage.writer.cookie],
      ['editor', `/spaces/${stage.spaceId}/documents/${stage.documentId}`, stage.writer.cookie],
    ]
    const figures: Figure[] = []
    for (const [label, path, cookie] of pages)
      figures.push(...(await firstLoad(browser, label, stage.hub.server().url, path, cookie)))
    await browser.close()
    return figures
  },
}

async function firstLoad(
  browser: Browser,
  label: string,
  url: string,
  path: string,
  cookie: string | undefined,
): Promise<Figure[]> {
  const context = await browser.newContext()
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url }])
  }
  const page = await context.newPage()
  const bodies: Promise<number>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (/javascript|css/.test(type)) bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  const bytes = (await Promise.all(bodies)).reduce((sum, each) => sum + each, 0)
  await context.close()
  return [
    { label: `${label}: scripts and styles`, unit: 'kB', hub: bytes / 1000 },
    { label: `${label}: first content`, unit: 'ms', hub: painted },
  ]
}
