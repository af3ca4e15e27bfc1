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
  goals: [
    ...[['sign-in', 110] as const, ['Home', 230] as const, ['board', 260] as const, ['editor', 450] as const].map(
      ([label, atMost]) => ({ label: `${label}: scripts and styles until its content`, atMost }),
    ),
    { label: 'content', atMost: 500 },
  ],
  once: true,
  async measure(stage: Stage): Promise<Figure[]> {
    const browser = await launchBrowser()
    const { spaceId } = stage.board
    const { cookie } = stage.writer
    const pages: readonly Opened[] = [
      { label: 'sign-in', path: '/sign-in', cookie: undefined, content: 'input[type=password]' },
      { label: 'Home', path: '/', cookie, content: 'main h2' },
      { label: 'board', path: `/spaces/${spaceId}/boards`, cookie, content: '[data-card]' },
      {
        label: 'editor',
        path: `/spaces/${stage.spaceId}/documents/${stage.documentId}`,
        cookie,
        content: '.ProseMirror p',
      },
    ]
    const figures: Figure[] = []
    for (const page of pages) figures.push(...(await firstLoad(browser, stage.hub.url, page)))
    await browser.close()
    return figures
  },
}

/** A page, and what is there once the person can read what they came for. */
type Opened = {
  readonly label: string
  readonly path: string
  readonly cookie: string | undefined
  readonly content: string
}

/** What comes before the content counts; what is brought ahead afterwards, while nothing else happens, is told beside it. */
async function firstLoad(browser: Browser, url: string, { label, path, cookie, content }: Opened): Promise<Figure[]> {
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
  await page.goto(`${url}${path}`, { waitUntil: 'commit' })
  await page.locator(content).first().waitFor()
  const seen = await page.evaluate(() => performance.now())
  const needed = await sum(bodies)
  await page.waitForLoadState('networkidle')
  const all = await sum(bodies)
  await context.close()
  return [
    { label: `${label}: scripts and styles until its content`, unit: 'kB', hub: needed / 1000 },
    { label: `${label}: with what is brought ahead`, unit: 'kB', hub: all / 1000 },
    { label: `${label}: content`, unit: 'ms', hub: seen },
  ]
}

const sum = async (bodies: readonly Promise<number>[]): Promise<number> =>
  (await Promise.all(bodies)).reduce((total, each) => total + each, 0)
