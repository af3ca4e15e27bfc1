import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { startServer } from '../browser/server.ts'
import { signIn } from '../people/person.ts'
import { openSpace, openTab, prepareJourney, sidebar } from './session.ts'

const accounts = [
  'coordinator',
  'partner-serbia',
  'partner-montenegro',
  'partner-georgia',
  'officer-indjija',
  'approver-indjija',
  'officer-tivat',
  'officer-gori',
  'observer',
  'admin',
].map((key) => `${key}@demo.kolo.test`)

/** Whoever installs Kolo: first start, second start, and that a demo never becomes a production. */
describe('the first start', () => {
  const journey = prepareJourney()
  const title = `Minutes ${randomUUID().slice(0, 8)}`
  let page: Page

  test('prints the address and the accounts', () => {
    const { stdout, url } = journey.server
    expect(stdout).toContain(url)
    expect(stdout).toContain('kolo-demo')
    expect(accounts.filter((account) => !stdout.includes(account))).toEqual([])
  })

  test('leads from the printed address to the demo network in two presses', async () => {
    page = await journey.visit('/')
    await page.getByRole('button', { name: 'coordinator@demo.kolo.test' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
    await (await sidebar(page)).getByRole('link', { name: 'ICT Toolkit for Serbian municipalities' }).waitFor()
    await expectAccessible(page)
  })

  test('finds the data again at the second start', async () => {
    await openSpace(page, 'Common space')
    await openTab(page, 'Documents')
    await page.getByRole('button', { name: 'New document' }).click()
    await page.getByLabel('Title of the document').fill(title)
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
    await page.getByRole('status').filter({ hasText: 'Everything is saved' }).waitFor()

    await journey.server.restart()
    await page.reload()
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
    const { api } = await signIn(journey.server.url, 'coordinator@demo.kolo.test')
    expect(await api.projects.mine.query({})).toHaveLength(1)
  })

  test('is refused where it would make the demo a production, or filled data empty', async () => {
    const { server } = journey
    await server.kill()
    const start = (env: Record<string, string>, args: string[] = []) =>
      startServer({ dataDir: server.dataDir, env, args })
    await expect(start({}, ['--empty'])).rejects.toThrow(/data already/)
    await expect(start({ HOST: '0.0.0.0' })).rejects.toThrow(/demo accounts/)
    await expect(start({ PUBLIC_URL: 'https://kolo.example' })).rejects.toThrow(/demo accounts/)

    await server.restart()
    await page.reload()
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
  })
})

describe('the first start of an empty installation', () => {
  const journey = prepareJourney({ args: ['--empty'] })

  test('has no demo and prints a link for the administrator, until it is used', async () => {
    const { server } = journey
    expect(server.stdout).not.toContain('demo')
    expect(server.stdout).toContain(`${server.url}/setup#`)
    await expect(signIn(server.url, 'coordinator@demo.kolo.test')).rejects.toThrow(/401|400|403/)

    const page = await journey.visit('/')
    await page.getByText('setup link').waitFor()
    expect(await page.getByText('kolo-demo').count()).toBe(0)

    await server.restart()
    expect(server.stdout.match(/\/setup#/g)).toHaveLength(2)
  })
})
