import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '../../browser/accessible.ts'
import { type Editor, editorOf } from '../../people/editor.ts'
import { type Insider, insider, rolloutTitle } from '../hidden.ts'
import { type Line, takeLine } from '../line.ts'
import { closeOutbox, keptCommands, openOutbox, standing } from '../outbox.ts'
import { openSpace, openTab, prepareJourney } from '../session.ts'
import { addTasks, card, composer, lane, main, say, startThread, threadOf } from '../working.ts'

const patience = { timeout: 30_000 }
const thread = 'Who empties the letter box?'
const title = 'Duty list'
const tooOld = 'This page is out of date. Please reload it.'

type Said = { readonly messages: readonly { readonly body: string }[] }
type Town = { readonly parts: { readonly drafts: Record<string, { readonly content: { readonly done: string } }> } }
type Board = { readonly parts: { readonly board: { readonly tasks: Record<string, { readonly title: string }> } } }

const banner = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'A new version is ready' })
const textOf = (page: Page): Locator => page.getByRole('textbox', { name: title, exact: true })
const shows = (page: Page, words: string): Promise<void> =>
  page.getByRole('article').getByRole('status').filter({ hasText: words }).waitFor()

/** What a page says of what was written in it: while the answer is under way, and once the page is older than the server. */
describe('saved, and not yet', () => {
  const journey = prepareJourney()
  let hub: Insider
  let officer: Page
  let line: Line
  let reader: Editor | undefined
  let documentAt = ''
  let spaceId = ''

  afterAll(() => reader?.close())

  /** Whatever the server has by now. */
  const said = async (): Promise<string[]> => {
    const threadId = new URL(officer.url()).pathname.split('/').at(-1)
    const { messages } = await hub.make<Said>('threads.messages', { threadId, limit: 50 })
    return messages.map(({ body }) => body)
  }
  const tasks = async (): Promise<string[]> => {
    const { parts } = await hub.make<Board>('spaces.snapshot', { spaceId })
    return Object.values(parts.board.tasks).map(({ title: words }) => words)
  }
  const openThread = async (): Promise<void> => {
    await openTab(officer, 'Discussion')
    await main(officer).getByRole('link', { name: thread }).click()
    await composer(officer, thread).waitFor()
  }

  test('an officer is at work in a rollout', async () => {
    hub = await insider(journey.server.url, 'officer-indjija')
    officer = await journey.enter('officer-indjija')
    line = await takeLine(officer)
    await openSpace(officer, rolloutTitle)
    spaceId = new URL(officer.url()).pathname.split('/')[2] ?? ''
    await openTab(officer, 'Documents')
    await main(officer).getByRole('button', { name: 'New document' }).click()
    await officer.getByLabel('Title of the document').fill(title)
    await officer.getByRole('button', { name: 'Create', exact: true }).click()
    await textOf(officer).waitFor()
    await shows(officer, 'Everything is saved')
    documentAt = new URL(officer.url()).pathname
    reader = editorOf(journey.server.url, hub.cookie, documentAt.split('/').at(-1) ?? '')
    await startThread(officer, thread, 'It is full on Mondays.')
    await standing(officer, 'Live')
  })

  test('[SYN18] a message is shown as being saved until the server has answered', async () => {
    line.hold()
    await say(officer, thread, 'I do.')
    await vi.waitFor(async () => expect(await said()).toContain('I do.'), patience)
    const message = threadOf(officer, thread).locator('[data-number]').filter({ hasText: 'I do.' })
    await message.getByText('Saving…').waitFor()
    expect(await officer.getByRole('status').filter({ hasText: 'Live' }).count()).toBe(0)
    line.release()
    await message.getByText('Saving…').waitFor({ state: 'detached' })
    await standing(officer, 'Live')
  })

  test('[SYN18] a task is, too', async () => {
    await openTab(officer, 'Board')
    await lane(officer, 'To do').waitFor()
    line.hold()
    await addTasks(officer, 'To do', ['Buy a second key'])
    await vi.waitFor(async () => expect(await tasks()).toContain('Buy a second key'), patience)
    await card(officer, 'To do', 'Buy a second key').waitFor()
    await standing(officer, 'Saving…')
    expect(await officer.getByRole('status').filter({ hasText: 'Live' }).count()).toBe(0)
    line.release()
    await standing(officer, 'Live')
  })

  test('[SYN18] a report’s draft is, too', async () => {
    await openTab(officer, 'Reports')
    const reports = main(officer).getByRole('grid', { name: 'Reports' })
    await reports.getByRole('row').filter({ hasNotText: 'Accepted' }).first().click()
    const form = main(officer)
    await form.getByRole('textbox', { name: 'Done', exact: true }).waitFor()
    const reportId = new URL(officer.url()).pathname.split('/').at(-1) ?? ''
    const mine = await hub.make<{ reportId: string; municipalitySpaceId: string }[]>('reports.mine', {})
    const town = mine.find((report) => report.reportId === reportId)?.municipalitySpaceId
    line.hold()
    await form.getByRole('textbox', { name: 'Done', exact: true }).fill('The letter box has a lock.')
    await form.getByLabel('Next steps').focus()
    await vi.waitFor(async () => {
      const { parts } = await hub.make<Town>('spaces.snapshot', { spaceId: town })
      expect(parts.drafts[reportId]?.content.done).toBe('The letter box has a lock.')
    }, patience)
    await form.getByText('Saving…').waitFor()
    expect(await form.getByText('Draft saved').count()).toBe(0)
    line.release()
    await form.getByText('Draft saved').waitFor()
  })

  test('a document is, too', async () => {
    await openTab(officer, 'Documents')
    await officer.getByRole('link', { name: title }).click()
    await shows(officer, 'Everything is saved')
    line.hold()
    await textOf(officer).click()
    await officer.keyboard.type('Mondays: Ana.')
    await vi.waitFor(() => expect(reader?.text()).toContain('Mondays: Ana.'), patience)
    await shows(officer, 'Saving…')
    expect(await officer.getByText('Everything is saved').count()).toBe(0)
    line.release()
    await shows(officer, 'Everything is saved')
  })

  test('an older page may read a document and not write in it; it says so, and how to go on', async () => {
    line.speak('older')
    await line.cut()
    await shows(officer, 'This page is too old to edit. Reload it.')
    expect(await textOf(officer).getAttribute('contenteditable')).toBe('false')
    reader?.write('Tuesdays: Milan.')
    await textOf(officer).getByText('Tuesdays: Milan.').waitFor()
    await banner(officer).waitFor()
    await expectAccessible(officer)
  })

  test('[SYN35] what is written in an older page waits, and says for what', async () => {
    await standing(officer, tooOld)
    await openThread()
    for (const words of ['And who has the key?', 'Ana has it.']) await say(officer, thread, words)
    const messages = threadOf(officer, thread).locator('[data-number]').getByText(tooOld)
    await vi.waitFor(async () => expect(await messages.count()).toBe(2), patience)
    await openTab(officer, 'Board')
    await addTasks(officer, 'To do', ['Write the key’s number down'])
    await card(officer, 'To do', 'Write the key’s number down').getByText(tooOld).waitFor()
    await expectAccessible(officer)
    const outbox = await openOutbox(officer)
    expect(await outbox.getByRole('listitem').filter({ hasText: tooOld }).count()).toBe(3)
    await closeOutbox(officer)
    expect(await tasks()).not.toContain('Write the key’s number down')
  })

  test('[SYN35] [SYN36] once the page is loaded again, what an older one has left is sent, once', async () => {
    // As if a page before this protocol had written it down.
    const kept = await keptCommands(officer, { version: 1 })
    expect(kept.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    line.speak('ours')
    await banner(officer).getByRole('button', { name: 'Reload' }).click()
    await card(officer, 'To do', 'Write the key’s number down').waitFor()
    await standing(officer, 'Live')
    expect(await banner(officer).count()).toBe(0)
    await openThread()
    const all = ['It is full on Mondays.', 'I do.', 'And who has the key?', 'Ana has it.']
    await vi.waitFor(async () => expect(await said()).toEqual(all), patience)
    expect((await tasks()).filter((words) => words.startsWith('Write the key'))).toHaveLength(1)
    await vi.waitFor(async () => expect(await keptCommands(officer)).toEqual([]), patience)
    await officer.goto(new URL(documentAt, officer.url()).href)
    await shows(officer, 'Everything is saved')
    expect(await textOf(officer).getAttribute('contenteditable')).toBe('true')
  })
})
