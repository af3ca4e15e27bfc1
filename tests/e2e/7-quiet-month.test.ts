import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { signIn } from '../people/person.ts'
import { linkIn, type MailSink, startMailSink } from './mail-sink.ts'
import { phone, prepareJourney } from './session.ts'
import { main } from './working.ts'

const approver = 'approver-indjija@demo.kolo.test'

/** Nothing unusual happened: what the officer and the approver have to do then is to confirm. */
describe('a quiet month', () => {
  let mail: MailSink
  // Before the journey's own: what is registered last runs first, and the server lets go of the mail server.
  afterAll(() => mail.close())
  const journey = prepareJourney(async () => {
    mail = await startMailSink()
    return { demo: 'prepared', env: { SMTP_URL: mail.url } }
  })

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

  test('is approved from the letter, signed out, in two taps, where the project asks for it', async () => {
    const coordinator = await journey.enter('coordinator', '/reports')
    const asks = main(coordinator).getByRole('switch', { name: /approver signs each report/ })
    await main(coordinator).getByText('approver signs each report').click()
    await expect.poll(() => asks.isChecked()).toBe(true)
    await expectAccessible(coordinator)
    const { api } = await signIn(journey.server.url, 'coordinator@demo.kolo.test')
    const [project] = await api.projects.mine.query({})
    await expect
      .poll(async () => {
        const commons = await api.spaces.snapshot.query({ spaceId: project?.commonsSpaceId ?? '' })
        return commons.parts.project?.asksApproval
      })
      .toBe(true)
    const { rollouts } = await api.reports.completeness.query({ projectId: project?.id ?? '' })
    const { rolloutId, spaceId } = rollouts.find(({ title }) => /^Communal.*Inđija/.test(title))!
    const [reportId, days] = [randomUUID(), { periodStart: '2020-01-01', periodEnd: '2020-01-31', dueOn: '2020-02-10' }]
    const input = { spaceId, reportId, rolloutId, ...days }
    await api.reports.open.mutate({ commandId: randomUUID(), input })

    const officer = await journey.enter('officer-indjija', `/spaces/${spaceId}/reports/${reportId}`, phone)
    const form = main(officer)
    await form.getByText('Nothing to report', { exact: true }).tap()
    const ask = async () => {
      await form.getByRole('button', { name: 'Send for approval' }).tap()
      const dialog = officer.getByRole('dialog', { name: 'Send for approval' })
      await dialog.getByRole('button', { name: 'Send' }).last().tap()
      await form.getByText('The report leaves once it is approved.').waitFor()
    }
    await ask()
    await expectAccessible(officer)
    await coordinator.goto(new URL(`/spaces/${spaceId}/reports/${reportId}`, journey.server.url).href)
    await main(coordinator).getByText('Nothing has been submitted yet').waitFor()

    const newest = async () => linkIn(await mail.mailTo(approver, /^Please approve: /))
    const first = await newest()
    const reading = main(await journey.visit(first, phone))
    const sendBack = reading.getByRole('button', { name: 'Send back to the author' })
    await sendBack.tap()
    await reading.getByLabel('What is to be changed?').fill('Has nothing happened at all?')
    await expectAccessible(reading.page())
    await sendBack.tap()
    await reading.getByText('Sent back.').waitFor()
    await form.getByText('Has nothing happened at all?').waitFor()
    await expectAccessible(officer)
    await ask()

    await expect.poll(newest, { timeout: 30_000 }).not.toBe(first)
    const link = await newest()
    const signing = await journey.visit(link, phone)
    const sign = main(signing).getByRole('button', { name: 'Approve and submit' })
    await sign.waitFor()
    await expectAccessible(signing)
    await sign.tap()
    await main(signing).getByText('Approved and submitted.').waitFor()
    await form.getByText('The coordinator reads it now').waitFor()
    await main(coordinator).getByText('Nothing to report').first().waitFor()
    // The link signed one report, and nobody in.
    await signing.goto(new URL('/', journey.server.url).href)
    await signing.getByLabel('Password').waitFor()
  })
})
