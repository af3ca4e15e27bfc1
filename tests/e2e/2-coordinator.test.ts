import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { openSpace, openTab, phone, prepareJourney, sidebar, signInByForm } from './session.ts'

const stages = [
  'Research design',
  'Gathering best practices',
  'Analysis of successes and failures',
  'Drafting the model and the manual',
  'Training and dissemination',
  'Implementation follow-up',
]
const csv = readFileSync(new URL('../../data/municipalities.csv', import.meta.url), 'utf8')
const municipalityCount = csv.trim().split('\n').length - 1

/** The project manager finds the whole network set up. */
describe('the coordinator', () => {
  const journey = prepareJourney({ demo: 'prepared' })
  let page: Page

  test('signs in and opens the project', async () => {
    page = await journey.visit('/')
    await signInByForm(page, 'coordinator@demo.kolo.test')
    await (await sidebar(page)).getByRole('link', { name: 'ICT Toolkit for Serbian municipalities' }).click()
    await page.getByRole('heading', { level: 1, name: 'Local Government ICT Toolkit' }).waitFor()
  })

  test('sees six stages on the ribbon, around today', async () => {
    const ribbon = page.getByRole('region', { name: 'Stages of the project' })
    await ribbon.getByRole('listitem').nth(5).waitFor()
    const shown = await ribbon.getByRole('listitem').allInnerTexts()
    expect(shown).toHaveLength(6)
    for (const [index, name] of stages.entries()) expect(shown[index]).toContain(name)
    expect(shown.filter((text) => text.includes('Completed'))).not.toHaveLength(0)
    expect(shown.filter((text) => text.includes('Active'))).not.toHaveLength(0)
    expect(shown.join(' ')).not.toContain('2007')
  })

  test('sees who takes part, and the rollouts by municipality and system', async () => {
    const partners = page.getByRole('region', { name: 'Partners' }).getByRole('listitem')
    await partners.nth(3).waitFor()
    const countries = await partners.allInnerTexts()
    for (const country of ['Estonia', 'Serbia', 'Montenegro', 'Georgia']) {
      expect(countries.filter((text) => text.includes(country))).not.toHaveLength(0)
    }
    const matrix = page.getByRole('table', { name: 'Municipalities and systems' })
    const rollouts = matrix.getByRole('cell').getByRole('link')
    await rollouts.nth(9).waitFor()
    expect(await matrix.getByRole('columnheader').count()).toBeGreaterThan(4)
    for (const country of ['Serbia', 'Montenegro', 'Georgia']) {
      await matrix
        .getByRole('rowheader', { name: country, exact: true })
        .or(matrix.getByText(country, { exact: true }))
        .first()
        .waitFor()
    }
    await page.getByRole('heading', { name: 'Map', exact: true }).waitFor()
    await expectAccessible(page)
  })

  test('reads the original dates on the About page, and the deliverables with a stage', async () => {
    await page.getByRole('link', { name: 'About', exact: true }).click()
    await page.getByRole('heading', { name: 'Original dates' }).waitFor()
    await page
      .getByText(/Nov 2006.*2007/)
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'Objectives' }).waitFor()
    await expectAccessible(page)

    await openSpace(page, 'Research design')
    await page.getByRole('heading', { name: 'Deliverables' }).waitFor()
    await page.getByText('Research design note').first().waitFor()
  })

  test('finds every municipality of the catalogue in any script', async () => {
    await (await sidebar(page)).getByRole('link', { name: 'Municipalities', exact: true }).click()
    await page.getByText(`${municipalityCount} municipalities`).waitFor()
    const find = page.getByRole('searchbox', { name: 'Find a municipality' })
    for (const typed of ['indjija', 'Инђија', 'Inđija']) {
      await find.fill(typed)
      await page.getByText('1 municipality', { exact: true }).waitFor()
      await page.getByRole('main').getByRole('link', { name: 'Inđija' }).waitFor()
    }
    await find.fill('khashuri')
    await page.getByRole('main').getByRole('link', { name: 'ხაშური' }).waitFor()
    await expectAccessible(page)
  })

  test('reads the page of a municipality: reports, figures, documents, and those like it', async () => {
    const main = page.getByRole('main')
    await page.getByRole('searchbox', { name: 'Find a municipality' }).fill('indjija')
    await main.getByRole('link', { name: 'Inđija' }).click()
    const reports = main.getByRole('grid', { name: 'Latest reports' })
    await reports
      .getByRole('row', { name: /^Communal problem reporting, / })
      .first()
      .waitFor()
    await main.getByRole('region', { name: 'Over time' }).getByRole('listitem').nth(1).waitFor()
    await main.getByRole('region', { name: 'Documents' }).getByText('No documents here yet').waitFor()
    const peers = main.getByRole('grid', { name: 'Similar municipalities' })
    await peers.getByRole('row').nth(5).waitFor()
    expect(await peers.getByRole('row').count()).toBe(6)
    await expectAccessible(page)
    await peers.getByRole('row', { name: 'Aleksinac' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aleksinac' }).waitFor()
  })

  test('opens a rollout with its phases and its board', async () => {
    await openSpace(page, 'Communal problem reporting · Inđija')
    await page.getByRole('list', { name: 'Phases' }).waitFor()
    await expectAccessible(page)
    await openTab(page, 'Board')
    for (const lane of ['To do', 'Doing', 'Done']) await page.getByRole('region', { name: lane, exact: true }).waitFor()
    await expectAccessible(page)
  })

  test('sees where nobody has said this quarter who the people are; an officer does, on a phone, from Home', async () => {
    await (await sidebar(page)).getByRole('link', { name: 'ICT Toolkit for Serbian municipalities' }).click()
    const participant = page.getByRole('region', { name: 'Municipalities', exact: true }).getByRole('listitem')
    await participant.filter({ hasText: 'Kolašin' }).getByText('People not confirmed').waitFor()
    expect(await participant.getByText('People not confirmed').count()).toBe(1)

    const officer = await journey.enter('officer-kolasin', '/', phone)
    await officer.getByRole('link', { name: 'Confirm that these are still the right people' }).click()
    await officer.getByText('Are these still the right people?').waitFor()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: 'Yes, still right' }).click()
    await officer.getByText(/^Confirmed on .* by Officer Kolašin$/).waitFor()
    await officer.getByRole('button', { name: 'Yes, still right' }).waitFor({ state: 'detached' })

    await page.reload()
    // What the page has kept is shown first.
    await participant.filter({ hasText: 'Kolašin' }).filter({ hasNotText: 'People not confirmed' }).waitFor()
  })
})
