import type { Locator, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { signIn } from '../people/person.ts'
import { exported, photo } from './files.ts'
import { openSpace, openTab, phone, prepareJourney, sidebar, signInByForm } from './session.ts'
import { card, choose, lane, main, messageOf, say, startThread, threadOf } from './working.ts'

const rollout = 'Communal problem reporting · Inđija'
const project = 'ICT Toolkit for Serbian municipalities'
const task = 'Train the first users'
const help = 'Who answers on Sundays?'
const done = 'The second shift has begun its work.'
const mended = 'The second shift of five operators has begun its work.'
const comment = 'How many operators are there?'

const photoIn = (page: Page): Locator => main(page).getByRole('img', { name: photo.name })

const saved = (page: Page): Promise<void> => main(page).getByText('Draft saved').waitFor()
const indicator = (page: Page, name: string): Locator => main(page).getByRole('group', { name, exact: true })

/** What a drawing or a surface is painted with. */
const colourOf = (locator: Locator, property: 'backgroundColor' | 'fill'): Promise<string> =>
  locator.evaluate((element, name) => getComputedStyle(element)[name], property)

/** The report of the space that is open that has not been accepted yet. */
async function openReport(page: Page): Promise<void> {
  await openTab(page, 'Reports')
  const reports = main(page).getByRole('grid', { name: 'Reports' })
  await reports.getByRole('row').filter({ hasNotText: 'Accepted' }).click()
  await main(page)
    .getByRole('heading', { name: /^Report for: / })
    .waitFor()
}

async function submit(page: Page): Promise<void> {
  await saved(page)
  await main(page).getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByRole('dialog', { name: 'Submit the report' }).getByRole('button', { name: 'Submit' }).click()
  await main(page).getByText('The coordinator reads it now').waitFor()
}

/** A municipality reports from a phone; the coordinator returns the report once and then accepts it. */
describe('an officer’s report', () => {
  const journey = prepareJourney({ demo: 'prepared' })
  let officer: Page
  let coordinator: Page
  let watcher: Page

  test('the officer signs in on a phone and sees what the own municipality may see', async () => {
    coordinator = await journey.enter('coordinator')
    const foreign = (await sidebar(coordinator))
      .getByRole('region', { name: 'Rollouts' })
      .getByRole('link', { name: /^Gori/ })
    const foreignAddress = await foreign.first().getAttribute('href')

    officer = await journey.visit('/sign-in', phone)
    await signInByForm(officer, 'officer-indjija@demo.kolo.test')
    expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    const navigation = await sidebar(officer)
    await navigation.getByTitle(rollout, { exact: true }).waitFor()
    const places = await navigation.getByRole('region', { name: 'Rollouts' }).getByRole('link').allInnerTexts()
    expect(places.filter((place) => !place.includes('Inđija'))).toEqual([])
    const stages = await navigation.getByRole('region', { name: 'Stages' }).getByRole('link').allInnerTexts()
    expect(stages).toEqual([expect.stringContaining('Implementation follow-up')])
    for (const other of ['Coordination', 'Administration']) {
      expect(await navigation.getByRole('link', { name: other }).count()).toBe(0)
    }
    await expectAccessible(officer)

    await navigation.getByRole('link', { name: project }).click()
    const matrix = main(officer).getByRole('region', { name: 'Municipalities and systems' })
    await matrix.getByRole('link', { name: 'Inđija', exact: true }).waitFor()
    expect(await matrix.getByRole('listitem').count()).toBe(1)
    const points = main(officer).getByRole('img', { name: /: (On track|At risk|Off track|No report yet)$/ })
    await points.first().waitFor()
    expect(await points.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual(['Inđija: On track'])

    await officer.goto(new URL(foreignAddress ?? '', journey.server.url).href)
    await officer.getByText('This doesn’t exist, or you have no access to it.').waitFor()
    await openSpace(officer, rollout)
  })

  test('moves a task by its panel', async () => {
    await openTab(officer, 'Board')
    await card(officer, 'To do', task).click()
    const panel = officer.getByRole('dialog', { name: 'Task' })
    await choose(panel, 'Column', 'Doing')
    await expectAccessible(officer)
    await panel.getByRole('button', { name: 'Close' }).click()
    await card(officer, 'Doing', task).waitFor()
  })

  test('asks for help; the coordinator answers', async () => {
    await openSpace(coordinator, rollout)
    await openTab(coordinator, 'Board')
    await card(coordinator, 'Doing', task).waitFor()
    expect(await lane(coordinator, 'To do').getByRole('link', { name: task }).count()).toBe(0)

    await startThread(officer, help, 'Nobody reads the reports from Saturday noon on.')
    await openTab(coordinator, 'Discussion')
    await main(coordinator).getByRole('link', { name: help }).click()
    await messageOf(coordinator, help, 'from Saturday noon on').waitFor()
    await say(coordinator, help, 'Bijelo Polje has a duty list.')
    await threadOf(officer, help).getByText('Bijelo Polje has a duty list.', { exact: true }).waitFor()
    await expectAccessible(officer)
  })

  test('fills the report; each field saves itself', async () => {
    await openReport(officer)
    const form = main(officer)
    await form.getByText('Nobody outside the municipality sees this').waitFor()
    await form.getByRole('group', { name: 'Health' }).getByText('At risk').click()
    await form.getByLabel('Progress in per cent').fill('86')
    await form.getByRole('textbox', { name: 'Done', exact: true }).fill(done)
    await form.getByLabel('Blocked by').fill('Weekends are not paid.')
    await form.getByLabel('Help needed').fill('The duty list of Bijelo Polje, by Friday.')
    await form.getByLabel('Next steps').fill('The assembly decides on the budget.')
    for (const [name, part, whole] of [
      ['Citizen reports closed', '301', '344'],
      ['Requests resolved within the legal deadline', '270', '344'],
    ] as const) {
      await indicator(officer, name)
        .getByText(/^Last value: \d+.*of \d+/)
        .waitFor()
      await indicator(officer, name).getByLabel('Part').fill(part)
      await indicator(officer, name).getByLabel('Whole').fill(whole)
    }
    const choosing = officer.waitForEvent('filechooser')
    await form.getByRole('region', { name: 'Attachments' }).getByRole('button', { name: 'Attach' }).click()
    await (await choosing).setFiles(photo)
    await photoIn(officer).waitFor()
    await form.getByLabel('Next steps').focus()
    await saved(officer)
    await expectAccessible(officer)
    await officer.reload()
    await vi.waitFor(
      async () => expect(await form.getByRole('textbox', { name: 'Done', exact: true }).inputValue()).toBe(done),
      { timeout: 30_000 },
    )
  })

  test('nobody outside sees it before it is submitted', async () => {
    watcher = await journey.enter('partner-serbia')
    await openSpace(watcher, rollout)
    for (const page of [coordinator, watcher]) {
      await openReport(page)
      await main(page).getByText('Nothing has been submitted yet').waitFor()
      await main(page)
        .getByText(/^Due on: /)
        .waitFor()
      expect(await main(page).innerText()).not.toContain(done)
    }
    const spaceId = new URL(coordinator.url()).pathname.split('/')[2] ?? ''
    const { url } = journey.server
    const { api } = await signIn(url, 'coordinator@demo.kolo.test')
    const snapshot = await api.spaces.snapshot.query({ spaceId })
    const others = await Promise.all([
      api.spaces.events.query({ spaceId, epoch: snapshot.epoch, after: 0 }),
      api.spaces.activity.query({ spaceId }),
      api.reports.reviewQueue.query({}),
    ])
    expect(JSON.stringify([snapshot, others])).not.toContain(done)
  })

  test('submits; it arrives before the coordinator', async () => {
    await submit(officer)
    await main(coordinator).getByText(done).waitFor()
    for (const words of ['At risk', '86%', 'Weekends are not paid.', '87.5% (301 of 344)', '78.5% (270 of 344)']) {
      await main(coordinator).getByText(words, { exact: true }).waitFor()
    }
    await photoIn(coordinator).waitFor()
    await vi.waitFor(async () =>
      expect(await photoIn(coordinator).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1),
    )
    await expectAccessible(coordinator)
  })

  test('the coordinator returns it with a comment on a field; the officer mends it', async () => {
    await main(coordinator).getByRole('button', { name: 'Comment on this field: Done' }).click()
    await main(coordinator).getByRole('textbox', { name: 'Comment on: Done' }).fill(comment)
    await main(coordinator).getByRole('button', { name: 'Return with 1 comment' }).click()

    await main(officer).getByText('Returned: the comments stand at the fields.').waitFor()
    await main(officer).getByText(comment).waitFor()
    await expectAccessible(officer)
    await main(officer).getByRole('textbox', { name: 'Done', exact: true }).fill(mended)
    await main(officer).getByLabel('Next steps').focus()
    await submit(officer)
    await main(coordinator)
      .getByRole('group', { name: 'Done', exact: true })
      .getByText('Changed since the last submission')
      .waitFor()
    await main(coordinator).getByText(mended).first().waitFor()
  })

  test('the coordinator sees in short what waits, and accepts some of it without opening it', async () => {
    await (await sidebar(coordinator)).getByRole('link', { name: 'Reports', exact: true }).click()
    const queue = main(coordinator).getByRole('grid', { name: 'To review' })
    const row = (town: string): Locator => queue.getByRole('row').filter({ hasText: town })
    for (const word of ['At risk', 'Blocked']) await row('Inđija').getByText(word).filter({ visible: true }).waitFor()
    await expectAccessible(coordinator)
    const toCall = main(coordinator).getByRole('list', { name: 'Call today' }).getByRole('listitem')
    const why = toCall.filter({ hasText: 'Khashuri' })
    await why.getByRole('link', { name: /^Report overdue, days: \d+$/ }).waitFor()
    await why.getByText('Call: Officer Khashuri').waitFor()
    // What has bad news is left for being read.
    await main(coordinator)
      .getByRole('button', { name: /^Without bad news: / })
      .click()
    expect(await row('Inđija').getByRole('checkbox').isChecked()).toBe(false)
    expect(await row('Tivat').getByRole('checkbox').isChecked()).toBe(true)
    await main(coordinator).getByRole('button', { name: 'Accept: 1' }).click()
    const dialog = coordinator.getByRole('alertdialog').or(coordinator.getByRole('dialog'))
    await dialog.getByText('Tivat').waitFor()
    await dialog.getByRole('button', { name: 'Accept' }).click()
    await coordinator.getByText('Accepted: 1').waitFor()
    await row('Tivat').waitFor({ state: 'detached' })
    await row('Inđija').click()
    await main(coordinator).getByText(mended).first().waitFor()
  })

  test('the coordinator accepts it: matrix and map change under the eyes of a partner', async () => {
    await (await sidebar(watcher)).getByRole('link', { name: project }).click()
    const row = watcher
      .getByRole('table', { name: 'Municipalities and systems' })
      .getByRole('row')
      .filter({ has: watcher.getByRole('rowheader', { name: 'Inđija' }) })
    const point = main(watcher).getByLabel(/^Inđija: /)
    const cell = row.getByRole('link', { name: /(82|86)%/ })
    const colours = async (): Promise<string[]> => [
      await colourOf(cell, 'backgroundColor'),
      await colourOf(point.locator('> :last-child'), 'fill'),
    ]
    await row.getByRole('link', { name: /On track.*82%/ }).waitFor()
    await point.and(watcher.getByLabel('Inđija: On track')).waitFor()
    const [cellBefore, pointBefore] = await colours()

    await main(coordinator).getByRole('button', { name: 'Accept', exact: true }).click()
    await coordinator
      .getByRole('alertdialog')
      .or(coordinator.getByRole('dialog'))
      .getByRole('button', { name: 'Accept' })
      .click()
    await main(coordinator).getByText('The report is accepted').waitFor()
    await main(officer).getByText('Accepted. Nothing more is to be done.').waitFor()
    await row.getByRole('link', { name: /At risk.*86%/ }).waitFor()
    await point.and(watcher.getByLabel('Inđija: At risk')).waitFor()
    const [cellAfter, pointAfter] = await colours()
    expect(cellAfter).not.toBe(cellBefore)
    expect(pointAfter).not.toBe(pointBefore)
    await expectAccessible(watcher)
  })

  test('the coordinator sets a cycle: the next report is asked for at once; it is ended, and set again', async () => {
    await openTab(coordinator, 'Reports')
    await main(coordinator).getByRole('button', { name: 'Set the cycle' }).click()
    const dialog = coordinator.getByRole('dialog', { name: 'Reporting cycle' })
    await dialog.getByText('1 report is asked for at once').waitFor()
    await expectAccessible(coordinator)
    await dialog.getByRole('button', { name: 'Save the cycle' }).click()
    await main(coordinator).getByText('Every month').waitFor()
    const asked = (page: Page): Locator =>
      main(page).getByRole('grid', { name: 'Reports' }).getByRole('row').filter({ hasText: 'Not yet due' })
    await asked(coordinator).waitFor()
    await openTab(officer, 'Reports')
    await asked(officer).waitFor()
    // Another page begins at its beginning, however far one had read the last; on the way back one is where one was.
    const scrolled = () => officer.locator('#content').evaluate((content) => content.scrollTop)
    expect(await scrolled()).toBe(0)
    await officer.goBack()
    await expect.poll(scrolled).toBeGreaterThan(0)
    await officer.goForward()
    await expect.poll(scrolled).toBe(0)

    await main(coordinator).getByRole('button', { name: 'End the cycle' }).click()
    await main(coordinator).getByText('Nobody is asked by itself yet').waitFor()
    await coordinator.getByRole('button', { name: 'Undo' }).click()
    await main(coordinator).getByText('Every month').waitFor()
    expect(await asked(coordinator).count()).toBe(1)
  })

  test('the coordinator takes the reports and their values along, as a spreadsheet and as CSV', async () => {
    await (await sidebar(coordinator)).getByRole('link', { name: 'Reports', exact: true }).click()
    await main(coordinator).getByRole('heading', { name: 'ICT Toolkit' }).waitFor()
    const take = (name: string) => exported(coordinator, name)
    const workbook = await take('Spreadsheet (XLSX)')
    expect(workbook.file).toMatch(/-reports\.xlsx$/)
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
    const reports = await take('Reports (CSV)')
    expect(reports.bytes.toString()).toContain(mended)
    expect((await take('Values (CSV)')).bytes.toString()).toContain('Reported')
    await expectAccessible(coordinator)
  })
})
