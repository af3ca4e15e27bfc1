import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { signIn } from '../people/person.ts'
import { openSpace, phone, prepareJourney } from './session.ts'
import { main } from './working.ts'

const rollout = 'Document and case management · Gori'
const added = 'Call centre staffed'
const renamed = 'Call centre staffed in two shifts'
const waited = 'Staff trained'

const panel = (page: Page): Locator => main(page).getByRole('region', { name: 'Milestones' })
const mark = (page: Page, name: string): Locator =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name, exact: true }) })
const box = (page: Page, name: string): Locator => panel(page).getByRole('checkbox', { name, exact: true })

/** What a rollout is to reach by when, kept by the municipality and by those who accompany it. */
describe('the milestones of a rollout', () => {
  const journey = prepareJourney({ demo: 'prepared' })
  let officer: Page
  let coordinator: Page

  test('the officer sees on a phone what is late, in words, and adds what is missing', async () => {
    officer = await journey.enter('officer-gori', '/', phone)
    await openSpace(officer, rollout)
    await panel(officer).getByText('2 of 4 reached').waitFor()
    await mark(officer, waited)
      .getByText(/^Late, days: \d+$/)
      .waitFor()
    expect(await mark(officer, 'Live for citizens').getByText(/^Late/).count()).toBe(0)
    expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    coordinator = await journey.enter('coordinator')
    await openSpace(coordinator, rollout)
    await mark(coordinator, waited).waitFor()

    await panel(officer).getByRole('button', { name: 'Add a milestone' }).tap()
    const dialog = officer.getByRole('dialog', { name: 'Add a milestone' })
    await dialog.getByRole('button', { name: 'Save' }).tap()
    await dialog.getByText('Please fill this in').first().waitFor()
    await dialog.getByLabel('What is to be reached').fill(added)
    await dialog.getByRole('group', { name: 'To be reached by' }).getByRole('spinbutton').first().click()
    await officer.keyboard.type('01032030')
    await expectAccessible(officer)
    await dialog.getByRole('button', { name: 'Save' }).tap()
    await mark(coordinator, added).getByText('Due: 1 Mar 2030').waitFor()
  })

  test('what is reached without a network waits, and arrives with its day and who said so', async () => {
    await officer.context().setOffline(true)
    await box(officer, waited).press('Space')
    await mark(officer, waited).getByText('Waiting for the network').waitFor()
    await mark(officer, waited)
      .getByText(/^Reached late: /)
      .waitFor()
    expect(await box(coordinator, waited).isChecked()).toBe(false)
    await officer.context().setOffline(false)
    await mark(coordinator, waited)
      .getByText(/^Reached late: /)
      .waitFor()
    await mark(coordinator, waited).getByText('Entered by: Officer Gori').waitFor()
    await panel(coordinator).getByText('3 of 5 reached').waitFor()
    await mark(officer, waited).getByText('Waiting for the network').waitFor({ state: 'hidden' })
    await expectAccessible(officer)
  })

  test('the coordinator renames, removes and brings back by keyboard, and takes back what isn’t reached', async () => {
    const actions = (name: string) =>
      panel(coordinator).getByRole('button', { name: `Actions for the milestone “${name}”`, exact: true })
    await actions(added).press('Enter')
    await coordinator.getByRole('menuitem', { name: 'Change' }).press('Enter')
    const dialog = coordinator.getByRole('dialog', { name: 'Change the milestone' })
    await dialog.getByLabel('What is to be reached').fill(renamed)
    await expectAccessible(coordinator)
    await coordinator.keyboard.press('Enter')
    await mark(officer, renamed).getByText('Due: 1 Mar 2030').waitFor()

    await actions(renamed).press('Enter')
    await coordinator.getByRole('menuitem', { name: 'Remove' }).press('Enter')
    await mark(officer, renamed).waitFor({ state: 'detached' })
    await coordinator.getByRole('button', { name: 'Undo' }).press('Enter')
    await mark(officer, renamed).waitFor()

    await box(coordinator, waited).press('Space')
    await mark(officer, waited)
      .getByText(/^Late, days: \d+$/)
      .waitFor()
    await main(coordinator).getByText(`Coordinator took back that the milestone “${waited}” is reached`).waitFor()
    await expectAccessible(coordinator)
  })

  test('what is reached in a period stands in its report by itself', async () => {
    const { api } = await signIn(journey.server.url, 'officer-gori@demo.kolo.test')
    const report = (await api.reports.mine.query({})).find(({ title }) => title === rollout)!
    const { rolloutSpaceId: spaceId, municipalitySpaceId, reportId, periodEnd } = report
    const { parts } = await api.spaces.snapshot.query({ spaceId })
    const { id: milestoneId } = Object.values(parts.milestones).find(({ name }) => name === 'Live for citizens')!
    const input = { spaceId, milestoneId, reachedOn: periodEnd }
    await api.milestones.reach.mutate({ commandId: randomUUID(), input })
    await officer.goto(new URL(`/spaces/${municipalitySpaceId}/reports/${reportId}`, journey.server.url).href)
    const told = main(officer).getByRole('checkbox', { name: /^Milestone reached: Live for citizens/ })
    await told.waitFor()
    expect(await told.isChecked()).toBe(true)
    await expectAccessible(officer)
  })

  test('on paper stands what is to be read, without what can only be pressed', async () => {
    await coordinator.emulateMedia({ media: 'print' })
    await mark(coordinator, waited)
      .getByText(/^Late, days: \d+$/)
      .waitFor()
    await panel(coordinator).getByRole('button').first().waitFor({ state: 'hidden' })
    expect(await panel(coordinator).getByRole('button').filter({ visible: true }).count()).toBe(0)
  })
})
