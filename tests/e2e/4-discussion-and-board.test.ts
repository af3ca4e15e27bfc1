import type { Locator, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { insider } from './hidden.ts'
import { type Journey, openSpace, openTab, prepareJourney, sidebar } from './session.ts'
import {
  addTasks,
  card,
  carry,
  choose,
  composer,
  lane,
  main,
  messageOf,
  say,
  startThread,
  threadOf,
} from './working.ts'

const patience = { timeout: 30_000 }
const day = 24 * 60 * 60 * 1000
const stage = 'Training and dissemination'
const thread = 'Where do the trainings take place?'
const question = 'Which town has a room for forty people?'
const answer = 'Novi Sad has one.'
const mended = 'Novi Sad has one, with computers.'
const tasks = ['Book the hall', 'Print the handbook', 'Invite the mayors']

type Board = { readonly parts: { readonly board: { readonly tasks: Record<string, { readonly title: string }> } } }

/** Somebody whose computer's clock goes wrong, by so many milliseconds. */
async function enterWithClock(journey: Journey, account: string, ahead: number): Promise<Page> {
  const page = await journey.enter(account)
  await page.context().addInitScript((milliseconds) => {
    const right = Date
    const now = (): number => right.now() + milliseconds
    globalThis.Date = new Proxy(right, {
      construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
      apply: () => new right(now()).toString(),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    })
  }, ahead)
  await page.reload()
  return page
}

/** The days and the words of the thread that is open, in the order in which they stand there. */
const logOf = (page: Page): Promise<string[]> =>
  threadOf(page, thread).getByRole('group', { name: thread }).locator('time, [data-number] p').allInnerTexts()

const unreadOf = async (page: Page, count: number): Promise<Locator> =>
  (await sidebar(page)).getByRole('link', { name: new RegExp(`${stage}\\s*${count} unread`) })

async function openProject(page: Page): Promise<void> {
  await (await sidebar(page)).getByRole('link', { name: 'ICT Toolkit for Serbian municipalities' }).click()
  await segment(page).waitFor()
}
const segment = (page: Page): Locator =>
  page.getByRole('region', { name: 'Stages of the project' }).getByRole('listitem').filter({ hasText: stage })
const onRibbon = (page: Page, words: string): Promise<void> => segment(page).filter({ hasText: words }).waitFor()

/** The coordinator and a partner work in a stage; each follows the other without a reload. */
describe('discussion and board', () => {
  const journey = prepareJourney({ demo: 'prepared' })
  let coordinator: Page
  let partner: Page
  let officer: Page

  /** Sets the day until which a task is to be done, in the place where the people are. */
  const dueOn = async (title: string, moment: number): Promise<void> => {
    const by = await insider(journey.server.url, 'coordinator')
    const spaceId = new URL(coordinator.url()).pathname.split('/')[2] ?? ''
    const { parts } = await by.make<Board>('spaces.snapshot', { spaceId })
    const [taskId] = Object.entries(parts.board.tasks).find(([, task]) => task.title === title) ?? []
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Belgrade' })
    await by.make('boards.editTask', { spaceId, taskId, dueOn: calendar.format(moment) })
  }

  test('a thread reaches the partner, who is elsewhere, with a count of what is unread', async () => {
    ;[coordinator, partner] = await Promise.all([journey.enter('coordinator'), journey.enter('partner-serbia')])
    await Promise.all([openSpace(coordinator, stage), openSpace(partner, stage)])
    await openTab(partner, 'Board')
    await startThread(coordinator, thread, question)
    await (await unreadOf(partner, 1)).waitFor()
    await say(coordinator, thread, 'And who pays for it?')
    await (await unreadOf(partner, 2)).waitFor()
  })

  test('the partner reads: nothing is unread any more; what is said is seen at once', async () => {
    await openTab(partner, 'Discussion')
    const row = main(partner).getByRole('link', { name: thread })
    await row.getByText('2 unread messages').waitFor()
    await row.click()
    await messageOf(partner, thread, question).waitFor()
    await row.getByText('2 unread messages').waitFor({ state: 'detached' })
    await (await unreadOf(partner, 2)).waitFor({ state: 'detached' })

    await say(partner, thread, answer)
    await threadOf(coordinator, thread).getByText(answer, { exact: true }).waitFor()
    await main(coordinator).getByRole('link', { name: thread }).getByText('3 messages').waitFor()
    await expectAccessible(coordinator)
  })

  test('[SYN30] that somebody is writing is seen by the other, until they stop or go elsewhere', async () => {
    const writing = (page: Page): Locator => threadOf(page, thread).getByText('Partner Serbia is writing…')
    await composer(partner, thread).pressSequentially('With')
    await writing(coordinator).waitFor()
    expect(await writing(partner).count()).toBe(0)
    await writing(coordinator).waitFor({ state: 'detached' })
    await composer(partner, thread).pressSequentially(' air')
    await writing(coordinator).waitFor()
    await (await sidebar(partner)).getByRole('link', { name: 'Home' }).click()
    await writing(coordinator).waitFor({ state: 'detached' })
    await partner.goBack()
    await composer(partner, thread).fill('')
  })

  test('a changed message changes for the other', async () => {
    await composer(partner, thread).press('ArrowUp')
    const field = threadOf(partner, thread).getByRole('textbox', { name: 'Edit message' })
    await field.fill(mended)
    await threadOf(partner, thread).getByRole('button', { name: 'Save' }).click()
    const seen = threadOf(coordinator, thread)
    await seen.getByText(mended, { exact: true }).waitFor()
    await seen.getByText('(edited)').waitFor()
    expect(await seen.getByText(answer, { exact: true }).count()).toBe(0)
  })

  test('the coordinator’s tasks are on the partner’s board', async () => {
    await Promise.all([openTab(coordinator, 'Board'), openTab(partner, 'Board')])
    await addTasks(coordinator, 'To do', tasks)
    for (const title of tasks) await card(partner, 'To do', title).waitFor()
    await vi.waitFor(async () => expect(await orderIn(partner, 'To do')).toEqual(await orderIn(coordinator, 'To do')))
    await expectAccessible(coordinator)
  })

  test('a task opens at an address of its own, and leaves no trace in the history when it is closed', async () => {
    const panel = coordinator.getByRole('complementary', { name: 'Task' })
    await card(coordinator, 'To do', tasks[0]!).click()
    await panel.waitFor()
    expect(new URL(coordinator.url()).searchParams.get('task')).not.toBeNull()
    await coordinator.goBack()
    await panel.waitFor({ state: 'detached' })
    await card(coordinator, 'To do', tasks[0]!).click()
    await panel.getByRole('button', { name: 'Close' }).click()
    await panel.waitFor({ state: 'detached' })
    await coordinator.goBack()
    await threadOf(coordinator, thread).waitFor()
    await coordinator.goForward()
    await card(coordinator, 'To do', tasks[0]!).waitFor()
  })

  test('[SYN30] whoever has the same task open is seen on it, and in the space when it is closed', async () => {
    const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Task' })
    const here = (where: Page | Locator): Locator => where.getByRole('img', { name: /^1 person here now: / })
    await card(coordinator, 'To do', tasks[0]!).click()
    await panelOf(coordinator).waitFor()
    await here(coordinator).waitFor()
    expect(await here(panelOf(coordinator)).count()).toBe(0)
    await card(partner, 'To do', tasks[0]!).click()
    await here(panelOf(coordinator)).waitFor()
    await here(panelOf(partner)).waitFor()
    await panelOf(partner).getByRole('button', { name: 'Close' }).click()
    await here(panelOf(coordinator)).waitFor({ state: 'detached' })
    await panelOf(coordinator).getByRole('button', { name: 'Close' }).click()
    await here(partner).waitFor()
    await (await sidebar(partner)).getByRole('link', { name: 'Home' }).click()
    await here(coordinator).waitFor({ state: 'detached' })
    await partner.goBack()
    await here(coordinator).waitFor()
  })

  test('a task that is dragged by the mouse moves for the partner', async () => {
    await card(coordinator, 'To do', tasks[0]!).dragTo(lane(coordinator, 'Done'))
    await card(coordinator, 'Done', tasks[0]!).waitFor()
    await card(partner, 'Done', tasks[0]!).waitFor()
    expect(await card(partner, 'To do', tasks[0]!).count()).toBe(0)
  })

  test('a task that is carried by keyboard moves for the partner, and the other way round', async () => {
    await carry(card(coordinator, 'To do', tasks[1]!), ['ArrowRight'])
    await card(partner, 'Doing', tasks[1]!).waitFor()
    await carry(card(partner, 'Doing', tasks[1]!), ['ArrowLeft', 'Home'])
    await card(coordinator, 'To do', tasks[1]!).waitFor()
    await vi.waitFor(async () => expect((await orderIn(coordinator, 'To do'))[0]).toContain(tasks[1]))
  })

  test('[SYN39] browsers whose clocks are days wrong say the same of what is due and of what was said', async () => {
    const [fast, slow] = await Promise.all([
      enterWithClock(journey, 'partner-montenegro', 2 * day),
      enterWithClock(journey, 'partner-georgia', -2 * day),
    ])
    const pages = [coordinator, fast, slow]
    for (const page of [fast, slow]) await openSpace(page, stage)
    await Promise.all(pages.map((page) => openTab(page, 'Board')))
    await dueOn(tasks[1]!, Date.now() - day)
    await dueOn(tasks[2]!, Date.now() + day)
    for (const page of pages) {
      await card(page, 'To do', tasks[1]!).getByText('Overdue').waitFor()
      await card(page, 'To do', tasks[2]!).getByText('Due on').waitFor()
    }
    const [shown, ...others] = await Promise.all(pages.map((page) => orderIn(page, 'To do')))
    for (const other of others) expect(other).toEqual(shown)

    await Promise.all(pages.map((page) => openTab(page, 'Discussion')))
    await Promise.all(pages.map((page) => main(page).getByRole('link', { name: thread }).click()))
    const lines = ['I come by train.', 'I come by bus.', 'I walk.', 'I drive.']
    for (const [index, words] of lines.entries()) {
      await say([fast, slow][index % 2]!, thread, words)
      for (const page of pages) await messageOf(page, thread, words).waitFor()
    }
    await vi.waitFor(async () => {
      const [log, ...wrong] = await Promise.all(pages.map(logOf))
      expect(log).toContain('Today')
      for (const other of wrong) expect(other).toEqual(log)
    }, patience)
    await Promise.all([fast, slow].map((page) => page.context().close()))
  })

  test('the partner and a municipality have the ribbon before them', async () => {
    officer = await journey.enter('officer-indjija')
    await Promise.all([openProject(partner), openProject(officer)])
    await Promise.all([partner, officer].map((page) => onRibbon(page, 'Active')))
    await openTab(coordinator, 'Overview')
  })

  test('the stage is completed and reopened; everyone’s ribbon follows', async () => {
    await main(coordinator).getByRole('button', { name: 'Complete stage' }).click()
    await Promise.all([partner, officer].map((page) => onRibbon(page, 'Completed')))
    await main(coordinator).getByRole('button', { name: 'Reopen stage' }).click()
    const dialog = coordinator.getByRole('dialog', { name: 'Reopen stage' })
    await dialog.getByRole('textbox').fill('A training in Kolašin was forgotten.')
    await dialog.getByRole('button', { name: 'Reopen stage' }).click()
    await Promise.all([partner, officer].map((page) => onRibbon(page, 'Active')))
  })

  test('its dates and its lead change; everyone’s ribbon follows', async () => {
    await stageAction(coordinator, 'Change dates')
    const dates = coordinator.getByRole('dialog', { name: 'Change dates' })
    await dates.getByRole('group', { name: 'Ends on' }).getByRole('spinbutton').first().click()
    await coordinator.keyboard.type('30112031')
    await dates.getByRole('button', { name: 'Save' }).click()
    await Promise.all([partner, officer].map((page) => onRibbon(page, '2031')))

    await stageAction(coordinator, 'Change lead')
    const lead = coordinator.getByRole('dialog', { name: 'Change lead' })
    await choose(lead, 'Lead', 'Local partner Serbia')
    await lead.getByRole('button', { name: 'Save' }).click()
    await Promise.all([partner, officer].map((page) => onRibbon(page, 'Local partner Serbia')))
    await expectAccessible(partner)
  })
})

const orderIn = (page: Page, column: string): Promise<string[]> => lane(page, column).getByRole('link').allInnerTexts()

async function stageAction(page: Page, name: string): Promise<void> {
  await main(page).getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}
