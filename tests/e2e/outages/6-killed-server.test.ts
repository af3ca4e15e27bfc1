import type { Locator, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { onDatabase } from '../../database/hub-database.ts'
import { signIn } from '../../people/person.ts'
import { openSpace, openTab, phone, prepareJourney } from '../session.ts'
import { addTasks, composer, isAway, lane, main, messageOf, startThread, threadOf } from '../working.ts'

const patience = { timeout: 30_000 }
const stage = 'Training and dissemination'
const thread = 'Who speaks on the second day?'
const opening = 'I look for three speakers.'
const note = 'Research design note'
const rollout = 'Communal problem reporting · Inđija'
const written = 'The operators of the second shift have begun.'
const drafted = 'Written while the server was away.'

// What PostgreSQL says when it can't write another page.
const takeRoom = `
  create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$;
  create trigger no_room before insert on command_result execute function no_room()`
const giveRoom = 'drop function no_room cascade'

/** What is said in the thread that is open, in order. */
const saidIn = (page: Page): Promise<string[]> => threadOf(page, thread).locator('[data-number] p').allInnerTexts()
const tasksIn = async (page: Page): Promise<string[]> =>
  (await lane(page, 'To do').getByRole('link').allInnerTexts()).map((text) => text.split('\n')[0] ?? '').toSorted()
const textOf = (page: Page): Locator => page.getByRole('textbox', { name: note, exact: true })
const connection = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words, visible: true }).first().waitFor()

/** Types as somebody does who looks at the words, not at what becomes of them. */
async function post(page: Page, words: string): Promise<void> {
  await composer(page, thread).fill(words)
  await threadOf(page, thread).getByRole('button', { name: 'Send', exact: true }).click()
}

/** The server is killed twice while people work; nobody reloads. */
describe('a killed server', () => {
  const journey = prepareJourney()
  let coordinator: Page
  let partner: Page
  let board: Page
  let author: Page
  let reader: Page
  let officer: Page
  const posted = [opening]
  const tasks: string[] = []

  test('people are at work: in a thread, at a board, in a text, at a report', async () => {
    ;[coordinator, partner, board, author, reader, officer] = await Promise.all([
      journey.enter('coordinator'),
      journey.enter('partner-serbia'),
      journey.enter('coordinator'),
      journey.enter('partner-montenegro'),
      journey.enter('partner-georgia'),
      journey.enter('officer-indjija', '/', phone),
    ])
    await Promise.all([coordinator, partner, board].map((page) => openSpace(page, stage)))
    await openTab(board, 'Board')
    await startThread(coordinator, thread, opening)
    await openTab(partner, 'Discussion')
    await main(partner).getByRole('link', { name: thread }).click()
    await messageOf(partner, thread, opening).waitFor()
    for (const page of [author, reader]) {
      await openSpace(page, 'Research design')
      await openTab(page, 'Documents')
      await page.getByRole('link', { name: note }).click()
      await textOf(page).getByText('This note says what we ask').waitFor()
    }
    await openSpace(officer, rollout)
    await openTab(officer, 'Reports')
    await main(officer)
      .getByRole('grid', { name: 'Reports' })
      .getByRole('row')
      .filter({ hasText: 'Due' })
      .first()
      .click()
    await main(officer).getByRole('textbox', { name: 'Done', exact: true }).fill(written)
    await main(officer).getByLabel('Next steps').focus()
    await main(officer).getByText('Draft saved').waitFor()
    tasks.push(...(await tasksIn(board)))
  })

  test('what was being said and added in the moment of the kill arrives, once, and all that was saved is there', async () => {
    const lines = ['Nino has time.', 'Milica has time.', 'Ana asks for a train ticket.', 'Who asks the hotel?']
    const cards = ['Ask the hotel', 'Buy the tickets', 'Print the programme']
    const adding = addTasks(board, 'To do', cards)
    for (const [index, line] of lines.entries()) {
      await post(coordinator, line)
      // Some are answered, some are on their way, some have not set out.
      if (index === 1) void journey.server.kill()
    }
    await adding
    posted.push(...lines)
    tasks.push(...cards)
    await connection(coordinator, 'to be sent')
    await journey.server.restart()
    for (const page of [coordinator, partner])
      await vi.waitFor(async () => expect(await saidIn(page)).toEqual(posted), patience)
    await vi.waitFor(async () => expect(await tasksIn(board)).toEqual(tasks.toSorted()), patience)
    for (const page of [coordinator, partner, board]) await connection(page, 'Live')
  })

  test('what is written while the server is away is kept where it was written, and says so', async () => {
    await journey.server.kill()
    await isAway(partner)
    await post(partner, 'I ask the hotel myself.')
    await threadOf(partner, thread).getByText('Waiting for the network').first().waitFor()
    await addTasks(board, 'To do', ['Write to the speakers'])
    await textOf(author).getByText('This note says what we ask').click()
    await author.keyboard.press('End')
    await author.keyboard.type(` ${drafted}`)
    await connection(author, 'Not connected')
    await main(officer).getByLabel('Next steps').fill('A duty list for the weekends.')
    await main(officer).getByRole('textbox', { name: 'Done', exact: true }).focus()
    await main(officer).getByText('Kept here; sent when there is a connection').waitFor()
    expect(await textOf(reader).getByText(drafted).count()).toBe(0)
    posted.push('I ask the hotel myself.')
    tasks.push('Write to the speakers')
  })

  test('the browsers recover by themselves: everything arrives, nothing twice', async () => {
    await journey.server.restart()
    for (const page of [coordinator, partner])
      await vi.waitFor(async () => expect(await saidIn(page)).toEqual(posted), patience)
    await vi.waitFor(async () => expect(await tasksIn(board)).toEqual(tasks.toSorted()), patience)
    await textOf(reader).getByText(drafted).waitFor()
    await connection(author, 'Everything is saved')
    expect((await textOf(reader).innerText()).split(drafted)).toHaveLength(2)
    await main(officer).getByText('Draft saved').waitFor()
    await connection(officer, 'Live')
  })

  test('[SYN20] while the server has no room, all that waits says so, and goes out once there is some', async () => {
    const { dataDir } = journey.server
    await onDatabase(dataDir, (run) => run(takeRoom))
    await post(partner, 'The hotel has answered.')
    await threadOf(partner, thread).getByText('disk is full').first().waitFor()
    await addTasks(board, 'To do', ['Thank the hotel'])
    await lane(board, 'To do').getByRole('link', { name: 'Thank the hotel' }).getByText('disk is full').waitFor()
    await main(officer).getByLabel('Next steps').fill('A duty list for the holidays.')
    await main(officer).getByRole('textbox', { name: 'Done', exact: true }).focus()
    await main(officer).getByText('disk is full').waitFor()
    await connection(partner, 'disk is full')
    await partner.getByRole('status').getByRole('button', { name: 'disk is full' }).click()
    await partner.getByRole('dialog').getByText('disk is full').waitFor()
    expect(await partner.getByText('Waiting for the network').count()).toBe(0)
    await partner.keyboard.press('Escape')
    await onDatabase(dataDir, (run) => run(giveRoom))
    posted.push('The hotel has answered.')
    tasks.push('Thank the hotel')
    await vi.waitFor(async () => expect(await saidIn(coordinator)).toEqual(posted), patience)
    await vi.waitFor(async () => expect(await tasksIn(board)).toEqual(tasks.toSorted()), patience)
    await main(officer).getByText('Draft saved').waitFor()
    for (const page of [partner, board, officer]) await connection(page, 'Live')
  })

  test('the same stands in the log, and after a reload', async () => {
    const { url } = journey.server
    const { api } = await signIn(url, 'coordinator@demo.kolo.test')
    const spaceId = new URL(board.url()).pathname.split('/')[2] ?? ''
    const { parts } = await api.spaces.snapshot.query({ spaceId })
    const titles = Object.values(parts.board.tasks).map(({ title }) => title)
    expect(titles.filter((title) => tasks.includes(title)).toSorted()).toEqual(tasks.toSorted())
    const own = Object.values(parts.threads).filter(({ title }) => title === thread)
    expect(own.map(({ lastNumber }) => lastNumber)).toEqual([posted.length])

    await Promise.all([coordinator, board, reader, officer].map((page) => page.reload()))
    await vi.waitFor(async () => expect(await saidIn(coordinator)).toEqual(posted), patience)
    await vi.waitFor(async () => expect(await tasksIn(board)).toEqual(tasks.toSorted()), patience)
    await textOf(reader).getByText(drafted).waitFor()
    const form = main(officer)
    await vi.waitFor(async () => {
      expect(await form.getByRole('textbox', { name: 'Done', exact: true }).inputValue()).toBe(written)
      expect(await form.getByLabel('Next steps').inputValue()).toBe('A duty list for the holidays.')
    }, patience)
  })
})
