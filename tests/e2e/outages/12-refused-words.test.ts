import type { Locator, Page, WebSocketRoute } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openSpace, openTab, prepareJourney } from '../session.ts'

const note = 'Research design note'
const words = 'Typed in the train, between two tunnels.'
const textOf = (page: Page): Locator => page.getByRole('textbox', { name: note, exact: true })
const says = (page: Page, what: string): Promise<void> => page.getByRole('status').filter({ hasText: what }).waitFor()

/** Somebody writes without a line while the document is put away: what they wrote isn't lost without a word. */
describe('words that are refused', () => {
  const journey = prepareJourney()
  const lines: WebSocketRoute[] = []
  let cut = false
  let writing: Page
  let archiving: Page

  test('a partner and the coordinator have the note open', async () => {
    ;[writing, archiving] = await Promise.all([journey.enter('partner-serbia'), journey.enter('coordinator')])
    await writing.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await writing.context().routeWebSocket(/\/collab$/, (line) => {
      if (cut) return line.close()
      lines.push(line)
      line.connectToServer()
    })
    for (const page of [writing, archiving]) {
      await openSpace(page, 'Research design')
      await openTab(page, 'Documents')
      await page.getByRole('link', { name: note }).click()
      await textOf(page).getByText('This note says what we ask').waitFor()
      await says(page, 'Everything is saved')
    }
  })

  test('one goes on without a line, the other archives it', async () => {
    cut = true
    for (const line of lines) await line.close()
    await says(writing, 'Not connected')
    await textOf(writing).getByText('This note says what we ask').click()
    await writing.keyboard.press('End')
    await writing.keyboard.press('Enter')
    await writing.keyboard.type(words)
    await archiving.getByRole('article', { name: note }).getByRole('button', { name: 'Actions' }).first().click()
    await archiving.getByRole('menuitem', { name: 'Archive' }).click()
    await archiving.getByRole('button', { name: 'Archive', exact: true }).click()
    await archiving.getByText('Archived', { exact: true }).first().waitFor()
  })

  test('with the line back, it is said, can be copied, and closing asks', async () => {
    cut = false
    await says(writing, 'You can no longer write here. What you wrote last was not saved.')
    await textOf(writing).getByText(words).waitFor()
    await writing.getByRole('button', { name: 'Copy what isn’t saved' }).click()
    expect(await writing.evaluate(() => navigator.clipboard.readText())).toContain(words)
    const asked = writing.waitForEvent('dialog')
    const closing = writing.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await closing
    expect(await archiving.getByText(words).count()).toBe(0)
  })
})
