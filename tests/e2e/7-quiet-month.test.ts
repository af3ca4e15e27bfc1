import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { signIn } from '../people/person.ts'
import { phone, prepareJourney } from './session.ts'
import { main } from './working.ts'

/** Nothing unusual happened: what the officer has to do then is to confirm. */
describe('a quiet month', () => {
  const journey = prepareJourney({ demo: 'prepared' })

  test('is reported from the link in the mail, on a dead line, in seven taps without a letter', async () => {
    const { api } = await signIn(journey.server.url, 'officer-gori@demo.kolo.test')
    const [waiting] = await api.reports.mine.query({})
    const { municipalitySpaceId, rolloutSpaceId, reportId } = waiting!
    let taps = 1
    const quiet = await journey.enter('officer-gori', `/spaces/${municipalitySpaceId}/reports/${reportId}`, phone)
    const tap = async (target: Locator): Promise<void> => {
      await target.tap()
      taps += 1
    }
    const form = main(quiet)
    const told = form.getByRole('checkbox', { name: /^Task done: / })
    const fact =
      (await form
        .getByText(/^Task done: /)
        .first()
        .textContent()) ?? ''
    expect(await told.first().isChecked()).toBe(true)
    await expectAccessible(quiet)

    await quiet.context().setOffline(true)
    await tap(form.getByRole('group', { name: 'Health' }).getByText('At risk'))
    await tap(form.getByRole('button', { name: /^As last time: \d+%$/ }))
    for (const name of ['Units using document management', 'Requests filed electronically'])
      await tap(form.getByRole('group', { name, exact: true }).getByRole('button', { name: /^As last time: / }))
    await form.getByText('Kept here; sent when there is a connection').waitFor()
    await tap(form.getByRole('button', { name: 'Submit', exact: true }))
    await tap(quiet.getByRole('dialog', { name: 'Submit the report' }).getByRole('button', { name: 'Submit' }))
    await quiet.context().setOffline(false)
    await form.getByText('The coordinator reads it now').waitFor()
    expect(taps).toBe(7)

    const coordinator = await journey.enter('coordinator', `/spaces/${rolloutSpaceId}/reports/${reportId}`)
    const read = main(coordinator).getByRole('group', { name: 'What happened' })
    await read.getByText(fact).waitFor()
    await main(coordinator).getByText('68.8% (139 of 202)').first().waitFor()
    await expectAccessible(coordinator)
  })
})
