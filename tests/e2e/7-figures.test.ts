import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { signIn } from '../people/person.ts'
import { openSpace, openTab, phone, prepareJourney } from './session.ts'
import { main } from './working.ts'

const rollout = 'Communal problem reporting · Inđija'
const closed = 'Citizen reports closed'
const field = (page: Page, name: string): Locator => main(page).getByRole('group', { name, exact: true })

/** What a figure is measured against, and what it is made of. */
describe('the figures of a report', () => {
  const journey = prepareJourney({ demo: 'prepared' })
  let partner: Page
  let officer: Page

  test('whoever accompanies the rollout sets a target; the officer has it in sight', async () => {
    const { api } = await signIn(journey.server.url, 'officer-indjija@demo.kolo.test')
    const mine = await api.reports.mine.query({})
    const { municipalitySpaceId, reportId } = mine.find(({ title }) => title === rollout)!
    officer = await journey.enter('officer-indjija', `/spaces/${municipalitySpaceId}/reports/${reportId}`, phone)
    await field(officer, closed)
      .getByText(/^Baseline: 40% /)
      .waitFor()

    partner = await journey.enter('partner-serbia')
    await openSpace(partner, rollout)
    await openTab(partner, 'Reports')
    await main(partner)
      .getByRole('button', { name: `Change: ${closed}` })
      .click()
    const dialog = partner.getByRole('dialog', { name: closed })
    await expectAccessible(partner)
    await dialog.getByRole('textbox', { name: 'Target' }).last().fill('91')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await main(partner)
      .getByText(/^91% by /)
      .filter({ visible: true })
      .waitFor()
    await field(officer, closed)
      .getByText(/^Target: 91% by /)
      .waitFor()
    await expectAccessible(officer)
    const drawn = main(partner).getByRole('img', {
      name: /^Citizen reports closed over time: .*target 60%.*target 91%/,
    })
    await drawn.waitFor()
    expect(await drawn.locator('[data-part=target]').count()).toBe(1)

    await partner.getByRole('button', { name: 'Undo' }).click()
    await field(officer, closed)
      .getByText(/^Target: 85% by /)
      .waitFor()
  })

  test('a figure that is taken apart is told by its parts; the coordinator reads the sum, the parts and the source', async () => {
    const { api } = await signIn(journey.server.url, 'officer-arilje@demo.kolo.test')
    const [waiting] = await api.reports.mine.query({})
    const { municipalitySpaceId, rolloutSpaceId, reportId } = waiting!
    const town = await journey.enter('officer-arilje', `/spaces/${municipalitySpaceId}/reports/${reportId}`, phone)
    const form = main(town)
    await form.getByRole('group', { name: 'Health' }).getByText('On track').click()
    await form.getByLabel('Progress in per cent').fill('44')
    await form.getByRole('textbox', { name: 'Done', exact: true }).fill('Two forms are online.')
    const services = field(town, 'Public services delivered electronically')
    const of = (name: string): Locator => services.getByRole('group', { name, exact: true }).getByRole('textbox')
    await of('Citizens').fill('9')
    await form.getByRole('button', { name: 'Submit', exact: true }).click()
    await services.getByText(/^Fill in every category/).waitFor()
    await expectAccessible(town)
    await of('Businesses').fill('5')
    await services.getByText('14 services', { exact: true }).waitFor()
    await services.getByLabel('Where the figure comes from').fill('Catalogue of services')
    await form.getByLabel('Next steps').focus()
    await form.getByText('Draft saved').waitFor()
    await form.getByRole('button', { name: 'Submit', exact: true }).click()
    await town.getByRole('dialog', { name: 'Submit the report' }).getByRole('button', { name: 'Submit' }).click()
    await form.getByText('The coordinator reads it now').waitFor()

    const coordinator = await journey.enter('coordinator', `/spaces/${rolloutSpaceId}/reports/${reportId}`)
    const read = field(coordinator, 'Public services delivered electronically')
    await read.getByText('14 services', { exact: true }).waitFor()
    await read.getByText('9 services', { exact: true }).waitFor()
    await read.getByText('Source: Catalogue of services').waitFor()
    await expectAccessible(coordinator)
  })
})
