import type { Locator, Page } from 'playwright-core'
import { openTab } from './session.ts'

/** The content of the page, without sidebar and dialogs. */
export const main = (page: Page): Locator => page.getByRole('main')

/** Chooses in a list that opens from a button. */
export async function choose(scope: Locator, label: string, option: string): Promise<void> {
  await scope.getByRole('button', { name: label }).click()
  await scope.page().getByRole('option', { name: option, exact: true }).click()
}

/** A column of the board that is open. */
export const lane = (page: Page, name: string): Locator => main(page).getByRole('region', { name, exact: true })

/** A task in a column of the board that is open. */
export const card = (page: Page, column: string, title: string): Locator =>
  lane(page, column).getByRole('link', { name: title })

/** Adds tasks to a column, one Enter each, as somebody who types quickly does. */
export async function addTasks(page: Page, column: string, titles: readonly string[]): Promise<void> {
  await lane(page, column)
    .getByRole('button', { name: `Add task: ${column}` })
    .click()
  const field = lane(page, column).getByRole('textbox', { name: `New task: ${column}` })
  for (const title of titles) {
    await field.fill(title)
    await field.press('Enter')
  }
  await field.press('Escape')
}

/** Carries a task by keyboard: Space takes it, the keys move it, Space lays it down. */
export async function carry(task: Locator, keys: readonly string[]): Promise<void> {
  await task.focus()
  for (const key of ['Space', ...keys, 'Space']) await task.page().keyboard.press(key)
}

/** Waits until the page says that the hub is away, or that something waits for it. */
export const isAway = (page: Page): Promise<void> =>
  page.getByRole('status').and(page.locator('[data-state="attention"]')).filter({ visible: true }).first().waitFor()

/** The thread that is open. */
export const threadOf = (page: Page, title: string): Locator =>
  main(page).getByRole('region', { name: title, exact: true })

/** What is written in the thread that is open; what a screen reader is told of it stands outside. */
export const messageOf = (page: Page, title: string, words: string): Locator =>
  threadOf(page, title).getByRole('group', { name: title }).getByText(words)

/** Starts a thread in the space that is open. */
export async function startThread(page: Page, title: string, words: string): Promise<void> {
  await openTab(page, 'Discussion')
  await main(page).getByRole('button', { name: 'New thread' }).click()
  const form = main(page).getByRole('region', { name: 'New thread' })
  await form.getByLabel('What is it about?').fill(title)
  await form.getByRole('textbox', { name: 'First message' }).fill(words)
  await form.getByRole('button', { name: 'Start a thread' }).click()
  await messageOf(page, title, words).waitFor()
}

/** The field for a message in the thread that is open. */
export const composer = (page: Page, title: string): Locator =>
  threadOf(page, title).getByRole('textbox', { name: 'Message', exact: true })

/** Says something in the thread that is open. */
export async function say(page: Page, title: string, words: string): Promise<void> {
  await composer(page, title).fill(words)
  await threadOf(page, title).getByRole('button', { name: 'Send', exact: true }).click()
}
