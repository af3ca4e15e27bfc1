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
})
