import { fileURLToPath } from 'node:url'
import { workbookFile } from '@kolo/api/testing'
import type { FileChooser, Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import type { MailSink } from './mail-sink.ts'
import { linkIn, startMailSink } from './mail-sink.ts'
import { openSpace, openTab, phone, prepareJourney, sidebar, signInByForm } from './session.ts'

const csv = fileURLToPath(new URL('../../data/municipalities.csv', import.meta.url))
const password = 'a long enough password'
const projectName = 'Local e-Governance 2027'
const rollout = 'Document and case management · Inđija'
const partner = { name: 'Ana Anić', email: 'ana@partner.example', organization: 'University of Novi Sad' }
const officer = { name: 'Ivan Ivić', email: 'ivan@indjija.example', organization: 'Inđija' }

const main = (page: Page): Locator => page.getByRole('main')

/** Goes to a part of the administration. */
async function administer(page: Page, part: string): Promise<void> {
  await (await sidebar(page)).getByRole('link', { name: 'Administration' }).click()
  await main(page).getByRole('link', { name: part, exact: true }).click()
}

/** Takes one of the next steps that the administration's overview names. */
async function take(page: Page, step: string): Promise<void> {
  await (await sidebar(page)).getByRole('link', { name: 'Administration' }).click()
  await main(page).getByRole('link', { name: step }).click()
}

/** Chooses in a list; one that can be searched is searched. */
async function choose(scope: Locator, label: string, option: string): Promise<void> {
  const page = scope.page()
  // Such a button is called by its value, then by its label.
  await scope.getByRole('button', { name: new RegExp(`(^|\\s)${label}$`) }).click()
  const search = page.getByRole('searchbox', { name: label })
  const found = page.getByRole('option', { name: option }).first()
  await search.or(found).first().waitFor()
  if (await search.count()) await search.fill(option)
  await found.click()
  // While the list still closes, it keeps the rest of the page from being pressed.
  await found.waitFor({ state: 'hidden' })
}

/** Ticks a box by its words. */
async function tick(scope: Locator, name: string): Promise<void> {
  await scope.getByText(name, { exact: true }).click()
  expect(await scope.getByRole('checkbox', { name }).isChecked()).toBe(true)
}

/** Types a day into a date field, in the order of English: day, month, year. */
async function typeDay(scope: Locator, label: string, day: string): Promise<void> {
  await scope.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await scope.page().keyboard.type(day)
}

async function addOrganization(page: Page, kind: string, name: string, country?: string): Promise<void> {
  await main(page).getByRole('button', { name: 'Add organization' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add organization' })
  await choose(dialog, 'Kind', kind)
  if (country === undefined) await choose(dialog, 'Municipality', name)
  else {
    await choose(dialog, 'Country', country)
    await dialog.getByLabel('Name').fill(name)
  }
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await main(page).getByRole('row', { name }).waitFor()
}

async function invite(page: Page, who: typeof partner, seat: string): Promise<void> {
  await main(page).getByRole('button', { name: 'Invite a person' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Invite a person' })
  await dialog.getByLabel('Name').fill(who.name)
  await dialog.getByLabel('E-mail').fill(who.email)
  await choose(dialog, 'Organization', who.organization)
  await choose(dialog, 'Seat', seat)
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await main(page).getByText(who.email).waitFor()
}

/** From nothing to the first report. */
describe('an empty installation', () => {
  let mail: MailSink
  // Before the journey's own: what is registered last runs first, and the server lets go of the mail server.
  afterAll(() => mail.close())
  const journey = prepareJourney(async () => {
    mail = await startMailSink()
    return { args: ['--empty'], env: { SMTP_URL: mail.url } }
  })
  let administrator: Page
  let officers: Page

  test('the link of the log makes the administrator, once', async () => {
    const link = /http\S+\/setup#\S+/.exec(journey.server.stdout)?.[0] ?? ''
    administrator = await journey.visit(link)
    await administrator.getByLabel('Your name').fill('Mira Mirić')
    await administrator.getByLabel('E-mail').fill('mira@network.example')
    await administrator.getByLabel('Password', { exact: true }).fill(password)
    await administrator.getByLabel('Password again').fill(password)
    await expectAccessible(administrator)
    await administrator.getByRole('button', { name: 'Create the administrator' }).click()
    await administrator.getByRole('heading', { name: 'Next steps' }).waitFor()
    expect(await administrator.getByRole('link', { name: 'Mailbox' }).count()).toBe(0)
    await expectAccessible(administrator)

    const again = await journey.visit(link)
    await again.getByLabel('Your name').fill('Somebody else')
    await again.getByLabel('E-mail').fill('else@network.example')
    await again.getByLabel('Password', { exact: true }).fill(password)
    await again.getByLabel('Password again').fill(password)
    await again.getByRole('button', { name: 'Create the administrator' }).click()
    await again.getByRole('alert').filter({ hasText: 'This setup link has been used' }).waitFor()
  })

  test('organizations, and the project from the six-stage template', async () => {
    await main(administrator).getByRole('link', { name: 'Add the organizations' }).click()
    await addOrganization(administrator, 'Partner', 'e-Governance Academy', 'Estonia')
    await addOrganization(administrator, 'Partner', partner.organization, 'Serbia')
    await expectAccessible(administrator)

    await administer(administrator, 'Projects')
    await main(administrator).getByRole('link', { name: 'New project' }).first().click()
    await main(administrator).getByLabel('Name', { exact: true }).fill(projectName)
    await main(administrator).getByLabel('Short name').fill('Local e-Governance')
    await typeDay(main(administrator), 'Starts on', '01112026')
    await typeDay(main(administrator), 'Ends on', '31082027')
    await choose(main(administrator), 'Coordinator', 'Mira Mirić')
    await expectAccessible(administrator)
    await main(administrator).getByRole('button', { name: 'Create project' }).click()
    await administrator.getByRole('heading', { level: 1, name: projectName }).waitFor()
    const ribbon = administrator.getByRole('region', { name: 'Stages of the project' }).getByRole('listitem')
    await ribbon.nth(5).waitFor()
    expect(await ribbon.count()).toBe(6)
  })

  test('municipalities from a file', async () => {
    await take(administrator, 'Import the municipalities')
    const give = async (button: string, file: Parameters<FileChooser['setFiles']>[0]): Promise<void> => {
      const choosing = administrator.waitForEvent('filechooser')
      await main(administrator).getByRole('button', { name: button }).click()
      await (await choosing).setFiles(file)
    }
    const sheet = workbookFile([
      ['country', 'name', 'latitude', 'longitude'],
      ['RS', 'Inđija', 45.05, 20.08],
      ['RS', 'Nowhere', 'north', 20],
    ])
    await give('Choose a file', { name: 'places.xlsx', mimeType: 'application/zip', buffer: Buffer.from(sheet) })
    await main(administrator).getByRole('alert').getByText('Line 3: Not a number: north').waitFor()
    expect(await main(administrator).getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
    await expectAccessible(administrator)
    await give('Another file', csv)
    await main(administrator).getByText('220 new municipalities').waitFor()
    await expectAccessible(administrator)
    await main(administrator).getByRole('button', { name: 'Import', exact: true }).click()
    await main(administrator).getByText('220 municipalities', { exact: true }).waitFor()

    await administer(administrator, 'Organizations')
    await addOrganization(administrator, 'Municipality', officer.organization)
  })

  test('the next steps tell what is done', async () => {
    await (await sidebar(administrator)).getByRole('link', { name: 'Administration' }).click()
    const steps = main(administrator).getByRole('region', { name: 'Next steps' }).getByRole('listitem')
    const open = steps.filter({ hasNotText: 'Done' })
    await vi.waitFor(
      async () =>
        expect(await open.allInnerTexts()).toEqual(['Invite partners and officers', 'Create the first rollout']),
      { timeout: 30_000 },
    )
    await expectAccessible(administrator)
  })

  test('a partner and an officer are invited by mail and accept', async () => {
    await administer(administrator, 'Invitations')
    await invite(administrator, partner, 'Focal point')
    await invite(administrator, officer, 'Focal point')
    await expectAccessible(administrator)

    const invited = await Promise.all([partner, officer].map(({ email }) => mail.mailTo(email, /^Invitation/)))
    const [partners, own] = await Promise.all([
      journey.visit(linkIn(invited[0]!)),
      journey.visit(linkIn(invited[1]!), phone),
    ])
    officers = own
    for (const page of [partners, officers]) {
      await page.getByText(projectName).waitFor()
      await page.getByLabel('Choose a password').fill(password)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Accept invitation' }).click()
      await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
    }
    await main(administrator).getByText('Accepted').nth(1).waitFor()
    await openSpace(partners, 'Research design')
  })

  test('they sign in: the officer by password, the partner by a link', async () => {
    await (await sidebar(officers)).getByRole('button', { name: officer.name }).click()
    await officers.getByRole('menuitem', { name: 'Sign out' }).click()
    await signInByForm(officers, officer.email, password)

    const page = await journey.visit('/sign-in')
    await page.getByLabel('E-mail').fill(partner.email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    const link = linkIn(await mail.mailTo(partner.email, /sign-in link/))
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
  })

  test('a rollout and its first report', async () => {
    await (await sidebar(administrator)).getByRole('link', { name: 'Local e-Governance' }).click()
    await main(administrator).getByRole('button', { name: 'New rollout' }).click()
    const dialog = administrator.getByRole('dialog', { name: 'New rollout' })
    await choose(dialog, 'Municipality', 'Inđija')
    await choose(dialog, 'Information system', 'Document and case management')
    await tick(dialog, partner.organization)
    await expectAccessible(administrator)
    await dialog.getByRole('button', { name: 'Create rollout' }).click()
    await administrator.getByRole('heading', { level: 1, name: rollout }).waitFor()

    await openTab(administrator, 'Reports')
    await main(administrator).getByRole('button', { name: 'Ask for a report' }).click()
    const ask = administrator.getByRole('dialog', { name: 'Ask for a report' })
    await tick(ask, 'Staff trained')
    await ask.getByRole('button', { name: 'Ask for a report' }).click()
    await ask.waitFor({ state: 'hidden' })

    await openSpace(officers, rollout)
    await openTab(officers, 'Reports')
    await main(officers).getByRole('row').getByRole('link').or(main(officers).getByRole('row')).first().click()
    await main(officers).getByText('On track').click()
    await main(officers).getByLabel('Progress in per cent').fill('10')
    await main(officers).getByRole('textbox', { name: 'Done', exact: true }).fill('The working group has met.')
    await main(officers).getByRole('group', { name: 'Staff trained' }).getByRole('textbox').fill('4')
    await main(officers).getByText('Draft saved').waitFor()
    await expectAccessible(officers)
    await main(officers).getByRole('button', { name: 'Submit', exact: true }).click()
    await officers.getByRole('dialog', { name: 'Submit the report' }).getByRole('button', { name: 'Submit' }).click()
    await main(officers).getByText('The coordinator reads it now').waitFor()

    await main(administrator).getByText('Submitted').waitFor()
    await main(administrator).getByRole('row').first().click()
    await main(administrator).getByText('The working group has met.').waitFor()
    await main(administrator).getByRole('group', { name: 'Staff trained' }).getByText('4 persons').waitFor()
    await expectAccessible(administrator)
  })
})
