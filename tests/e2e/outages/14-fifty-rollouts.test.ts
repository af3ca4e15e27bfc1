import type { Locator, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '../../browser/accessible.ts'
import { keptCommands } from '../outbox.ts'
import { openSpace, phone, prepareJourney, sidebar } from '../session.ts'

const chosenCount = 50
const system = 'Document and case management'
const usual = `${system} · Usual plan`

const main = (page: Page): Locator => page.getByRole('main')
const step = (page: Page, name: RegExp): Locator => main(page).getByRole('region', { name })
const tab = (page: Page, name: string): Locator =>
  main(page).getByRole('navigation', { name: 'Project' }).getByRole('link', { name, exact: true })

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not get there.')
}

/** From a project without a plan to fifty rollouts that run. */
describe('the coordinator’s way to fifty rollouts', () => {
  const journey = prepareJourney({ demo: 'prepared' })
  let page: Page
  let town = ''
  let wavesUrl = ''

  test('begins a plan from the usual one, by keyboard', async () => {
    page = await journey.enter('coordinator')
    await (await sidebar(page)).getByRole('link', { name: 'ICT Toolkit for Serbian municipalities' }).click()
    await tab(page, 'Plans').click()
    await main(page).getByText('No plans yet').waitFor()
    await expectAccessible(page)
    await tabTo(page, main(page).getByRole('button', { name: /Information system/ }))
    await page.keyboard.press('Enter')
    const search = page.getByRole('searchbox', { name: 'Information system' })
    await search.waitFor()
    await page.keyboard.type(system)
    const option = page.getByRole('option', { name: system })
    await option.waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await option.waitFor({ state: 'hidden' })
    await tabTo(page, main(page).getByRole('button', { name: 'Begin with the usual plan' }))
    await page.keyboard.press('Enter')
    await main(page).getByText('Name the working team and its head').waitFor()
    await main(page).getByText('Up to 20,000 voters').waitFor()
    await expectAccessible(page)
  })

  test('changes it: a task of its own, one that is deleted and comes back', async () => {
    await main(page).getByRole('button', { name: 'Add a task · Live' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a task' })
    await dialog.getByLabel('What is to be done').fill('Invite the minister')
    await dialog.getByLabel('Registered voters, at least').fill('100000')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const own = main(page).getByRole('listitem').filter({ hasText: 'Invite the minister' }).last()
    await own.getByText('From 100,000 voters').waitFor()

    const team = main(page).getByText('Name the working team and its head', { exact: true })
    await main(page).getByRole('button', { name: 'Delete “Name the working team and its head”' }).click()
    await team.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await team.waitFor()
  })

  test('adds what every rollout is to reach', async () => {
    const milestones = main(page).getByRole('region', { name: 'Milestones' })
    await milestones.getByText('Live for citizens', { exact: true }).waitFor()
    await milestones.getByRole('button', { name: 'Add a milestone' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a milestone' })
    await dialog.getByLabel('What is to be reached').fill('First service used')
    await dialog.getByLabel('Due on working day').fill('190')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const own = milestones.getByRole('listitem').filter({ hasText: 'First service used' })
    await own.getByText('Working day 190').waitFor()
    await own.getByRole('button', { name: 'Delete “First service used”' }).click()
    await own.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await own.waitFor()
  })

  test('chooses plan, municipalities, partner and day; leaves, and finds it all again on a phone', async () => {
    await tab(page, 'Begin rollouts').click()
    await step(page, /Systems and plans$/)
      .getByText(usual)
      .click()
    const towns = step(page, /Municipalities$/)
    await towns.getByRole('button', { name: /Country$/ }).click()
    await page.getByRole('option', { name: 'Serbia' }).click()
    await towns.getByLabel('Voters, at most').fill('14000')
    await towns.getByLabel('Voters, at most').press('Tab')
    // Those that are shown are as many as the button says: down to fifty by hand.
    const count = async () => Number(/\d+/.exec(await towns.getByRole('status').innerText())?.[0])
    await vi.waitFor(async () => expect(await count()).toBeLessThan(100), { timeout: 30_000 })
    await towns.getByRole('button', { name: /^Choose all shown/ }).click()
    const more = (await count()) - chosenCount
    expect(more).toBeGreaterThanOrEqual(0)
    const boxes = towns.getByRole('list').getByRole('checkbox')
    for (let index = 0; index < more; index += 1) {
      await boxes.nth(index).focus()
      await page.keyboard.press('Space')
    }
    await towns.getByText(`${chosenCount} municipalities chosen`).waitFor()
    await step(page, /Partners that accompany$/)
      .getByText('Local partner Serbia')
      .click()
    const start = step(page, /Start, preview, create$/)
    await start.getByRole('group', { name: 'The rollouts start on' }).getByRole('spinbutton').first().click()
    await page.keyboard.type('11012027')
    await start.getByRole('button', { name: `Create ${chosenCount} rollouts` }).waitFor()
    await expectAccessible(page)

    const elsewhere = await journey.enter('coordinator', new URL(page.url()).pathname, phone)
    await step(elsewhere, /Municipalities$/)
      .getByText(`${chosenCount} municipalities chosen`)
      .waitFor()
    await step(elsewhere, /Partners that accompany$/)
      .getByText('1 partner accompanies')
      .waitFor()
    await expectAccessible(elsewhere)
    await elsewhere.close()
  })

  test('sees before what will come, with what is left out and why', async () => {
    const preview = step(page, /Start, preview, create$/).getByRole('region', { name: 'Preview' })
    await preview.getByRole('button').first().click()
    await preview.getByText('Invite the minister: too small').waitFor()
    await preview.getByText('18 Jan 2027').first().waitFor()
    await preview.getByText('First service used').first().waitFor()
  })

  test('creates fifty, closes the page before any is sent, and finds them created', async () => {
    wavesUrl = page.url()
    const context = page.context()
    // Without a line, so that all of them still lie on the browser's disk when the page goes.
    await context.setOffline(true)
    await step(page, /Start, preview, create$/)
      .getByRole('button', { name: `Create ${chosenCount} rollouts` })
      .click()
    await page.getByRole('progressbar', { name: 'Rollouts created' }).waitFor()
    const kept = async () => (await keptCommands(page)).filter(({ name }) => name === 'plan.createRollout').length
    await vi.waitFor(async () => expect(await kept()).toBe(chosenCount), { timeout: 30_000 })
    await page.close()
    await context.setOffline(false)
    page = await context.newPage()
    context.setDefaultTimeout(60_000)
    await page.goto(wavesUrl)
    await step(page, /Start, preview, create$/)
      .getByText('All of them are created')
      .first()
      .waitFor()
    await step(page, /What is still missing$/)
      .getByText('Nobody is invited yet for: Focal point and Approver')
      .first()
      .waitFor()
    await expectAccessible(page)
  })

  test('finds the tasks on the board of each, with their days and whose they are', async () => {
    const created = step(page, /Start, preview, create$/)
      .getByRole('region', { name: 'Preview' })
      .getByRole('link')
    await vi.waitFor(async () => expect(await created.count()).toBe(chosenCount), { timeout: 60_000 })
    const last = created.nth(chosenCount - 1)
    town = (await last.innerText()).split(' · ')[0] ?? ''
    await last.click()
    const todo = page.getByRole('region', { name: 'To do', exact: true })
    const card = todo.getByRole('listitem').filter({ hasText: 'Name the working team and its head' })
    await card.getByText('Approver').waitFor()
    await card.getByText('18 Jan').waitFor()
    expect(await todo.getByRole('listitem').filter({ hasText: 'Invite the minister' }).count()).toBe(0)
    await expectAccessible(page)
  })

  test('the partner who accompanies them has them too', async () => {
    const partner = await journey.enter('partner-serbia')
    await openSpace(partner, `${system} · ${town}`)
    const milestones = main(partner).getByRole('region', { name: 'Milestones' })
    await milestones.getByText('0 of 5 reached').waitFor()
    await milestones.getByRole('checkbox', { name: 'First service used' }).waitFor()
  })

  test('what was sent without a line, by a plan that somebody changed meanwhile, is named and tried again', async () => {
    await page.goto(wavesUrl)
    const start = step(page, /Start, preview, create$/)
    await start.getByRole('button', { name: 'Begin the next wave' }).click()
    await step(page, /Systems and plans$/)
      .getByText(usual)
      .click()
    const towns = step(page, /Municipalities$/)
    for (const name of ['Zrenjanin', 'Sombor']) {
      await towns.getByRole('searchbox').fill(name)
      await towns.getByRole('list').getByText(name, { exact: true }).click()
    }
    await towns.getByText('2 municipalities chosen').waitFor()
    await start.getByRole('button', { name: 'Create 2 rollouts' }).waitFor()
    await page.context().setOffline(true)
    await start.getByRole('button', { name: 'Create 2 rollouts' }).click()
    await start.getByRole('progressbar', { name: 'Rollouts created' }).waitFor()

    const other = await journey.enter('coordinator', wavesUrl.replace('/waves', '/plans'))
    await main(other).getByRole('link', { name: usual }).click()
    await main(other).getByRole('button', { name: 'Delete “Invite the minister”' }).click()
    await other.getByText('The task is deleted').waitFor()
    await vi.waitFor(async () => expect(await keptCommands(other)).toEqual([]), { timeout: 30_000 })

    await page.context().setOffline(false)
    const failed = start.getByRole('alert').filter({ hasText: 'Not created' })
    await failed.getByRole('button', { name: /^Try again: Sombor/ }).waitFor()
    await failed.getByRole('button', { name: /^Try again: Zrenjanin/ }).waitFor()
    await expectAccessible(page)
    // It is tried by the plan as this page knows it: once the change has come here.
    await step(page, /Systems and plans$/)
      .getByText('24 tasks · 5 indicators')
      .waitFor()
    await failed.getByRole('button', { name: 'Try all again' }).click()
    await start.getByText('All of them are created').first().waitFor()
  })
})
