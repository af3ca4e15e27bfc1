import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import type { Insider } from '../hidden.ts'
import type { Journey } from '../session.ts'
import { watch } from './watching.ts'

/** Somebody in a browser of their own, and everything that they came across. */
export type Visitor = {
  readonly name: string
  readonly page: Page
  /** Undefined while signed out. */
  readonly cookie: string | undefined
  /** Loads an address and resolves when these words are on the page; gives all that its main part says. */
  open(address: string, words: string): Promise<string>
  /** Goes to an address inside of the app, as by a link, by way of Home. */
  go(address: string, words: string): Promise<string>
  /** Fetches a file as the page would, and gives the status of the answer. */
  fetchFile(fileId: string): Promise<number>
  /** All that the pages received and showed so far. */
  seen(): Promise<string>
}

/** What stands where nothing is, or nothing for this person. */
export const calm = 'This doesn’t exist, or you have no access to it.'
export const calmPage = `${calm}\nGo to Home`

/** Follows somebody who is in a page already. */
export async function follow(name: string, page: Page): Promise<Visitor> {
  const watched = watch(page)
  const shown: string[] = []
  const [session] = await page.context().cookies()
  const look = async (): Promise<void> => {
    shown.push(await page.evaluate(() => `${document.title}\n${document.documentElement.outerHTML}`))
  }
  const main = page.getByRole('main')
  const follow = (address: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), address)
  return {
    name,
    page,
    cookie: session && `${session.name}=${session.value}`,
    async open(address, words) {
      // A navigation would cut off what is on the way: all of it is to be read.
      await watched.received()
      await page.goto(new URL(address, page.url()).href)
      await main.getByText(words).first().waitFor()
      await look()
      return main.innerText()
    },
    async go(address, words) {
      await follow('/')
      await main.getByRole('heading', { name: 'Waiting for you' }).waitFor()
      await follow(address)
      await main.getByText(words).first().waitFor()
      await look()
      return main.innerText()
    },
    fetchFile: (fileId) => page.evaluate(async (address) => (await fetch(address)).status, `/files/${fileId}`),
    async seen() {
      await look()
      return [await watched.received(), ...shown].join('\n')
    },
  }
}

/** All that the palette finds by some words, as soon as `expected` is among it. */
export async function foundBy(page: Page, words: string, expected: string): Promise<string> {
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('searchbox').fill(words)
  const menu = palette.getByRole('menu')
  // Before it is filtered it names everything.
  await menu.getByRole('menuitem', { name: 'Home', exact: true }).waitFor({ state: 'hidden' })
  await menu.getByText(expected).first().waitFor()
  const found = await menu.innerText()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'hidden' })
  return found
}

type Mail = { readonly recipient: string; readonly text: string }

/** Signs somebody in who has no password: by a link, which the administrator of a demo finds in the mailbox. */
export async function enterByLink(journey: Journey, administrator: Insider, email: string): Promise<Page> {
  const page = await journey.visit('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  const link = await vi.waitFor(
    async () => {
      const mails = await administrator.make<Mail[]>('administration.mailbox', {})
      const mail = mails.find(({ recipient, text }) => recipient === email && text.includes('/sign-in/link#'))
      const found = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
      if (!found) throw new Error(`No link for ${email} yet.`)
      return found
    },
    { timeout: 30_000 },
  )
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
  return page
}
