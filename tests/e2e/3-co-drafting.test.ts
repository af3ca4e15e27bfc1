import type { Locator, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { openSpace, openTab, prepareJourney } from './session.ts'

const note = 'Research design note'
const fromSerbia = 'In Serbia we ask the mayor first, then those who use the system every day.'
const fromMontenegro = 'U Crnoj Gori polazimo od pisarnice: ko zavodi predmete i kome ih predaje.'
const comment = 'Which three of them can be visited in one week?'

const textOf = (page: Page, title = note): Locator => page.getByRole('textbox', { name: title, exact: true })
const paragraph = (page: Page, words: string): Locator => textOf(page).getByRole('paragraph').filter({ hasText: words })
const control = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name })
const saved = (page: Page): Promise<void> =>
  page.getByRole('status').filter({ hasText: 'Everything is saved' }).waitFor()

/** The text as it is stored: without the carets of others. */
const stored = (page: Page): Promise<string> =>
  textOf(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.document-caret')) caret.remove()
    return copy.innerText.replaceAll(/[\u2060\s]+/g, ' ')
  })

/** Puts the caret at an edge of a paragraph, whatever lines it is broken into. */
async function caretAt(page: Page, words: string, edge: 'start' | 'end'): Promise<void> {
  const target = paragraph(page, words)
  const box = await target.boundingBox()
  if (!box) throw new Error(`There is no “${words}” on the page.`)
  await target.click({ position: edge === 'start' ? { x: 2, y: 8 } : { x: box.width - 2, y: box.height - 8 } })
  await page.keyboard.press(edge === 'start' ? 'Home' : 'End')
}

async function paragraphAfter(page: Page, words: string): Promise<void> {
  await caretAt(page, words, 'end')
  await page.keyboard.press('Enter')
}

const isInSight = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

/** Two partners of different organizations in one text, and an officer who may read and comment. */
describe('co-drafting', () => {
  const journey = prepareJourney({ demo: 'prepared' })
  let serbia: Page
  let montenegro: Page

  test('two partners open the same note', async () => {
    ;[serbia, montenegro] = await Promise.all([journey.enter('partner-serbia'), journey.enter('partner-montenegro')])
    for (const page of [serbia, montenegro]) {
      await openSpace(page, 'Research design')
      await openTab(page, 'Documents')
      await page.getByRole('link', { name: note }).click()
      await textOf(page).getByText('This note says what we ask').waitFor()
    }
    await expectAccessible(serbia)
  })

  test('both type at once; each sees the other’s words and named caret', async () => {
    await paragraphAfter(serbia, 'Semi-structured interviews')
    await paragraphAfter(montenegro, 'Every interview begins')
    await Promise.all([serbia.keyboard.type(fromSerbia), montenegro.keyboard.type(fromMontenegro)])
    await paragraph(serbia, fromMontenegro).waitFor()
    await paragraph(montenegro, fromSerbia).waitFor()
    await textOf(serbia).getByText('Partner Montenegro · Local partner Montenegro').waitFor()
    await textOf(montenegro).getByText('Partner Serbia · Local partner Serbia').waitFor()
    await Promise.all([saved(serbia), saved(montenegro)])
    await vi.waitFor(async () => expect(await stored(serbia)).toBe(await stored(montenegro)), { timeout: 20_000 })
  })

  test('even in one paragraph nothing of either is lost', async () => {
    await caretAt(serbia, fromSerbia, 'start')
    await caretAt(montenegro, fromSerbia, 'end')
    await Promise.all([serbia.keyboard.type('First of all: '), montenegro.keyboard.type(' Slažemo se.')])
    const whole = `First of all: ${fromSerbia} Slažemo se.`
    await vi.waitFor(
      async () => {
        expect(await stored(serbia)).toContain(whole)
        expect(await stored(montenegro)).toBe(await stored(serbia))
      },
      { timeout: 20_000 },
    )
  })

  test('bold, heading, list, table and link work and arrive', async () => {
    await paragraphAfter(montenegro, fromMontenegro)
    await control(montenegro, 'Style of the paragraph').click()
    await montenegro.getByRole('menuitem', { name: 'Heading 2' }).click()
    await montenegro.keyboard.type('Municipalities to visit')
    await montenegro.keyboard.press('Enter')
    await control(montenegro, 'Bulleted list').click()
    await montenegro.keyboard.type('Tivat, ')
    await control(montenegro, 'Bold').click()
    await montenegro.keyboard.type('in March')
    await control(montenegro, 'Bold').click()
    await montenegro.keyboard.press('Enter')
    await montenegro.keyboard.press('Enter')
    await montenegro.keyboard.type('Its page: ')
    await control(montenegro, 'Link').click()
    const dialog = montenegro.getByRole('dialog', { name: 'Link' })
    await dialog.getByLabel('Address of the link').fill('opstinativat.me')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await montenegro.keyboard.press('Enter')
    await control(montenegro, 'Insert').click()
    await montenegro.getByRole('menuitem', { name: 'Insert table' }).click()
    for (const heading of ['Day', 'Who', 'Where']) {
      await montenegro.keyboard.type(heading)
      await montenegro.keyboard.press('Tab')
    }

    const text = textOf(serbia)
    await text.getByRole('heading', { level: 2, name: 'Municipalities to visit' }).waitFor()
    await text.getByRole('listitem').filter({ hasText: 'Tivat, in March' }).getByRole('strong').waitFor()
    await text.getByRole('link', { name: 'https://opstinativat.me' }).waitFor()
    await text.getByRole('columnheader', { name: 'Day' }).waitFor()
  })

  test('a comment on a passage is a thread that both see', async () => {
    await paragraph(montenegro, fromSerbia).dblclick({ position: { x: 20, y: 10 } })
    await control(montenegro, 'Comment on the selection').click()
    await montenegro.getByRole('textbox', { name: 'What about this passage?' }).fill(comment)
    await montenegro.getByRole('button', { name: 'Comment', exact: true }).click()

    const passage = serbia.getByRole('region', { name: 'First', exact: true })
    await passage.getByRole('button', { name: '1 message' }).click()
    await passage.getByText(comment, { exact: true }).waitFor()
    await vi.waitFor(async () => expect(await isInSight(paragraph(serbia, fromSerbia))).toBe(true), { timeout: 20_000 })
    await passage.getByRole('textbox', { name: 'Write a message' }).fill('Inđija and Loznica.')
    await passage.getByRole('button', { name: 'Reply' }).click()
    await montenegro.getByRole('region', { name: 'First', exact: true }).getByText('Inđija and Loznica.').waitFor()
    await expectAccessible(serbia)

    await openTab(montenegro, 'Discussion')
    await montenegro
      .getByRole('main')
      .getByRole('link', { name: /^First/ })
      .click()
    await montenegro.getByRole('region', { name: 'First', exact: true }).getByText(comment).waitFor()
  })

  test('a reload keeps everything', async () => {
    await saved(serbia)
    const before = await stored(serbia)
    await serbia.reload()
    await textOf(serbia).getByText('Municipalities to visit').waitFor()
    expect(await stored(serbia)).toBe(before)
    await serbia.getByRole('region', { name: 'First', exact: true }).waitFor()
  })

  test('a reader may comment, and not write', async () => {
    const title = 'Follow-up visits'
    await openSpace(serbia, 'Implementation follow-up')
    await openTab(serbia, 'Documents')
    await serbia.getByRole('button', { name: 'New document' }).click()
    await serbia.getByLabel('Title of the document').fill(title)
    await serbia.getByRole('button', { name: 'Create', exact: true }).click()
    await textOf(serbia, title).click()
    await serbia.keyboard.type('Visits begin in the second week.')
    await saved(serbia)

    const officer = await journey.enter('officer-indjija', new URL(serbia.url()).pathname)
    const text = textOf(officer, title)
    await text.getByText('Visits begin').waitFor()
    await officer.getByRole('status').filter({ hasText: 'You can read and comment' }).waitFor()
    expect(await text.getAttribute('contenteditable')).toBe('false')
    expect(await control(officer, 'Bold').count()).toBe(0)
    await text.getByText('Visits begin').dblclick({ position: { x: 12, y: 10 } })
    await control(officer, 'Comment on the selection').click()
    await officer.getByRole('textbox', { name: 'What about this passage?' }).fill('We are on holiday then.')
    await officer.getByRole('button', { name: 'Comment', exact: true }).click()

    const passage = serbia.getByRole('region', { name: 'Visits', exact: true })
    await passage.getByRole('button', { name: '1 message' }).click()
    await passage.getByText('We are on holiday then.', { exact: true }).waitFor()
    await expectAccessible(officer)
  })
})
