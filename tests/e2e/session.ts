import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchBrowser } from '../browser/launch.ts'
import type { ServerOptions, TestServer } from '../browser/server.ts'
import { startServer } from '../browser/server.ts'
import { signIn } from '../people/person.ts'

/** Sizes at which screens have to work. */
const desk = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

type Size = { readonly width: number; readonly height: number }

/** A server and a browser for the tests of one file, and people who come to them. */
export type Journey = {
  readonly server: TestServer
  /** A signed-out visitor in a browser of their own. */
  visit(path?: string, size?: Size): Promise<Page>
  /** Somebody who is signed in already, by the key of a demo account or by an e-mail address. */
  enter(account: string, path?: string, size?: Size): Promise<Page>
}

/**
 * Prepares a journey: its tests are steps that build on each other, so that after a failure the rest is left out.
 * Whatever a page throws fails the step; a failure leaves pictures of all open pages. Only where it matters the browsers
 * keep the code of the hub: all journeys together would write it down fifty times.
 */
export function prepareJourney(
  options: ServerOptions | (() => Promise<ServerOptions>) = {},
  { keepsCode = false }: { readonly keepsCode?: boolean } = {},
): Journey {
  let server: TestServer | undefined
  let browser: Browser | undefined
  const pages: Page[] = []
  const thrown: Error[] = []
  let failed: string | undefined

  beforeAll(async () => {
    const chosen = typeof options === 'function' ? await options() : options
    ;[server, browser] = await Promise.all([startServer(chosen), launchBrowser()])
  })
  beforeEach(({ skip }) => {
    if (failed !== undefined) skip(`The journey ended at “${failed}”.`)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' && thrown.length === 0) return
    failed ??= task.name
    await picture(pages, task.name)
    if (thrown.length > 0) throw new AggregateError(thrown.splice(0), 'A page threw.')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const begun = (): { server: TestServer; browser: Browser } => {
    if (!server || !browser) throw new Error('The journey has not begun.')
    return { server, browser }
  }
  const open = async (context: BrowserContext, path: string): Promise<Page> => {
    context.setDefaultTimeout(30_000)
    // Also the tabs that a test opens itself.
    context.on('page', (page) => {
      page.on('pageerror', (error) => thrown.push(error))
      pages.push(page)
    })
    const page = await context.newPage()
    await page.goto(new URL(path, begun().server.url).href)
    return page
  }
  return {
    get server() {
      return begun().server
    },
    async visit(path = '/', viewport = desk) {
      return open(await newContext(begun().browser, viewport, keepsCode), path)
    },
    async enter(account, path = '/', viewport = desk) {
      const { url } = begun().server
      const { cookie } = await signIn(url, account.includes('@') ? account : `${account}@demo.kolo.test`)
      const [name = '', value = ''] = cookie.split(/=(.*)/s)
      const context = await newContext(begun().browser, viewport, keepsCode)
      await context.addCookies([{ name, value, url }])
      const page = await open(context, path)
      await page.getByRole('main').waitFor()
      return page
    },
  }
}

function newContext(browser: Browser, viewport: Size, keepsCode: boolean): Promise<BrowserContext> {
  const isPhone = viewport.width < 600
  return browser.newContext({
    viewport,
    hasTouch: isPhone,
    isMobile: isPhone,
    serviceWorkers: keepsCode ? 'allow' : 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Belgrade',
  })
}

async function picture(pages: readonly Page[], name: string): Promise<void> {
  const folder = join(tmpdir(), 'kolo-journeys', name.replaceAll(/\W+/g, '-'))
  await mkdir(folder, { recursive: true })
  const open = pages.filter((page) => !page.isClosed())
  await Promise.allSettled(open.map((page, at) => page.screenshot({ path: join(folder, `${at}.png`) })))
  process.stderr.write(`Pictures of the pages: ${folder}\n`)
}

/** Fills the sign-in page and sends it. */
export async function signInByForm(page: Page, email: string, password = 'kolo-demo'): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
}

/** The main navigation, which a phone has behind a button. */
export async function sidebar(page: Page): Promise<Locator> {
  const opener = page.getByRole('button', { name: 'Open the sidebar' })
  const navigation = page.getByRole('navigation', { name: 'Main navigation' })
  await opener.or(navigation).filter({ visible: true }).first().waitFor()
  if (!(await navigation.filter({ visible: true }).count())) await opener.click()
  return navigation.filter({ visible: true })
}

/** Goes to a space through the sidebar by its whole title, such as “Communal problem reporting · Inđija”. */
export async function openSpace(page: Page, title: string): Promise<void> {
  await (await sidebar(page)).getByTitle(title, { exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Goes to a tab of the space that is open, such as “Discussion” or “Board”. */
export async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('navigation', { name: 'Parts of the space' }).getByRole('link', { name, exact: true })
  await tab.click()
  await tab.and(page.locator('[aria-current="page"]')).waitFor()
}
