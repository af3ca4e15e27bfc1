import { demoId } from '@kolo/api/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '../../browser/accessible.ts'
import { type Insider, insider } from '../hidden.ts'
import { type Line, takeLine } from '../line.ts'
import { closeOutbox, keptCommands, openOutbox, refusedHere, standing } from '../outbox.ts'
import { openSpace, openTab, prepareJourney, signInByForm } from '../session.ts'
import { addTasks, card, isAway, main, messageOf, say, startThread, threadOf } from '../working.ts'

const patience = { timeout: 30_000 }
// Municipalities read in one of them, and know nothing of the other.
const opened = { stage: 'Implementation follow-up', thread: 'Which town do we visit first?' }
const closed = { stage: 'Training and dissemination', thread: 'Who opens the training?' }
const [car, forms, bus] = ['Book a car for the visits', 'Print the forms', 'Book a bus for the visits']
const [mayor, host] = ['The mayor could.', 'Or the host.']
const ride = 'I can drive on Tuesday.'
const reason = 'Not sent: This doesn’t exist, or you have no access to it.'
const signedOut = 'Not sent: You signed out before this was sent.'

type Project = { readonly id: string; readonly coordinationSpaceId: string }
type Said = { readonly messages: readonly { readonly body: string }[] }
type Board = { readonly parts: { readonly board: { readonly tasks: Record<string, { readonly title: string }> } } }

/** Somebody coordinates for a while, and loses that right with work that isn’t sent. */
describe('refused', () => {
  const journey = prepareJourney()
  let coordinator: Insider
  let project: Project
  let officer: Page
  let browser: BrowserContext
  const threads: Record<string, string> = {}
  let openedSpace = ''

  const decide = (verb: 'appoint' | 'dismiss'): Promise<unknown> =>
    coordinator.make(`projects.${verb}Coordinator`, {
      spaceId: project.coordinationSpaceId,
      projectId: project.id,
      personId: demoId('person officer-indjija'),
    })
  /** Whatever the server has of a thread. */
  const saidIn = async (thread: string): Promise<string[]> => {
    const { messages } = await coordinator.make<Said>('threads.messages', { threadId: threads[thread], limit: 50 })
    return messages.map(({ body }) => body)
  }
  const tasksOf = async (words: readonly string[]): Promise<string[]> => {
    const { parts } = await coordinator.make<Board>('spaces.snapshot', { spaceId: openedSpace })
    return Object.values(parts.board.tasks).flatMap(({ title }) => (words.includes(title) ? [title] : []))
  }
  const openThread = async ({ stage, thread }: typeof opened): Promise<void> => {
    await openSpace(officer, stage)
    await openTab(officer, 'Discussion')
    await main(officer).getByRole('link', { name: thread }).click()
    await threadOf(officer, thread).waitFor()
  }

  test('an officer coordinates too, and is at work in two stages', async () => {
    coordinator = await insider(journey.server.url, 'coordinator')
    const [mine] = await coordinator.make<{ id: string }[]>('projects.mine', {})
    project = {
      id: mine!.id,
      ...(await coordinator.make<Omit<Project, 'id'>>('projects.navigation', { projectId: mine!.id })),
    }
    await decide('appoint')
    officer = await journey.enter('officer-indjija')
    browser = officer.context()
    for (const { stage, thread } of [closed, opened]) {
      await openSpace(officer, stage)
      await startThread(officer, thread, 'Who has an idea?')
      threads[thread] = new URL(officer.url()).pathname.split('/').at(-1) ?? ''
    }
    openedSpace = new URL(officer.url()).pathname.split('/')[2] ?? ''
    await openTab(officer, 'Board')
    await main(officer).getByRole('button', { name: 'Add column' }).waitFor()
    await standing(officer, 'Live')
  })

  test('works on without a network, and is dismissed meanwhile', async () => {
    await browser.setOffline(true)
    await isAway(officer)
    await addTasks(officer, 'To do', [car, forms])
    await openThread(opened)
    await say(officer, opened.thread, ride)
    await openThread(closed)
    for (const words of [mayor, host]) await say(officer, closed.thread, words)
    await vi.waitFor(async () => {
      expect(await threadOf(officer, closed.thread).getByText('Waiting for the network').count()).toBe(2)
    }, patience)
    await decide('dismiss')
  })

  test('[SYN21] [SYN31] back on the line, what is refused stays, with its reason; what was written behind it went through', async () => {
    await browser.setOffline(false)
    await standing(officer, 'The server refused this')
    // The page of the thread goes; until then each of the words says the same as its reason.
    const gone = 'This doesn’t exist, or you have no access to it.'
    await main(officer).getByText(gone, { exact: true }).waitFor()
    await vi.waitFor(async () => expect(await saidIn(opened.thread)).toContain(ride), patience)
    const outbox = await openOutbox(officer)
    for (const words of [car, forms, mayor, host])
      await outbox.getByRole('listitem').filter({ hasText: words }).filter({ hasText: reason }).waitFor()
    expect(await outbox.getByRole('listitem').count()).toBe(4)
    await expectAccessible(officer)
    await closeOutbox(officer)
    await openSpace(officer, opened.stage)
    await openTab(officer, 'Board')
    for (const words of [car, forms]) {
      await refusedHere(officer, words).filter({ hasText: reason }).waitFor()
      expect(await card(officer, 'To do', words).count()).toBe(0)
    }
    await expectAccessible(officer)
    expect(await tasksOf([car, forms])).toEqual([])
    expect(await saidIn(closed.thread)).toEqual(['Who has an idea?'])
  })

  test('[SYN21] it is there after a reload; mended words are another command, which is refused for itself', async () => {
    await officer.reload()
    const before = await keptCommands(officer)
    expect(before.map(({ state }) => state)).toEqual(['refused', 'refused', 'refused', 'refused'])
    const item = refusedHere(officer, car)
    await item.getByRole('button', { name: 'Edit and resend' }).click()
    const field = item.getByRole('textbox', { name: 'Edit and resend' })
    await vi.waitFor(
      async () => expect(await field.evaluate((it) => it === document.activeElement)).toBe(true),
      patience,
    )
    await field.fill(bus)
    await refusedHere(officer, 'Send').getByRole('button', { name: 'Send', exact: true }).click()
    await refusedHere(officer, bus).filter({ hasText: reason }).waitFor()
    await refusedHere(officer, car).waitFor({ state: 'detached' })
    const after = await keptCommands(officer)
    expect(after).toHaveLength(4)
    expect(after.filter(({ commandId }) => !before.some((known) => known.commandId === commandId))).toHaveLength(1)
  })

  test('[SYN21] what is taken away is gone for good, after a question', async () => {
    await refusedHere(officer, forms).getByRole('button', { name: 'Discard' }).click()
    const question = officer.getByRole('alertdialog', { name: 'Discard what you wrote?' })
    await question.getByText(forms).waitFor()
    await expectAccessible(officer)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await refusedHere(officer, forms).getByRole('button', { name: 'Discard' }).click()
    await question.getByRole('button', { name: 'Discard' }).click()
    await refusedHere(officer, forms).waitFor({ state: 'detached' })
    // Whoever works by keyboard goes on with the next one.
    const next = refusedHere(officer, bus).getByRole('button', { name: 'Edit and resend' })
    await vi.waitFor(
      async () => expect(await next.evaluate((it) => it === document.activeElement)).toBe(true),
      patience,
    )
    await vi.waitFor(async () => expect(await keptCommands(officer)).toHaveLength(3), patience)
    await officer.reload()
    await refusedHere(officer, bus).waitFor()
    expect(await refusedHere(officer, forms).count()).toBe(0)
  })

  test('[SYN21] once the right is back, what is sent again is done, once', async () => {
    await decide('appoint')
    await main(officer).getByRole('button', { name: 'Add column' }).waitFor()
    await refusedHere(officer, bus).getByRole('button', { name: 'Send again' }).click()
    await card(officer, 'To do', bus).waitFor()
    await refusedHere(officer, bus).waitFor({ state: 'detached' })
    await openThread(closed)
    await refusedHere(officer, mayor).filter({ hasText: reason }).waitFor()
    await expectAccessible(officer)
    await refusedHere(officer, mayor).getByRole('button', { name: 'Edit and resend' }).click()
    await main(officer).getByRole('textbox', { name: 'Edit and resend' }).fill('The mayor, on Monday.')
    await refusedHere(officer, 'Cancel').getByRole('button', { name: 'Send', exact: true }).click()
    await messageOf(officer, closed.thread, 'The mayor, on Monday.').waitFor()
    await refusedHere(officer, host).getByRole('button', { name: 'Send again' }).click()
    const said = ['Who has an idea?', 'The mayor, on Monday.', host]
    await vi.waitFor(async () => expect(await saidIn(closed.thread)).toEqual(said), patience)
    expect(await tasksOf([car, forms, bus])).toEqual([bus])
    await standing(officer, 'Live')
    await vi.waitFor(async () => expect(await keptCommands(officer)).toEqual([]), patience)
  })

  test('[SYN17] whoever signs out with unsent work is asked, and finds it refused on signing in again', async () => {
    const line: Line = await takeLine(officer)
    await threadOf(officer, closed.thread).waitFor()
    await standing(officer, 'Live')
    line.hold()
    await say(officer, closed.thread, 'At nine or at ten?')
    await vi.waitFor(async () => expect(await saidIn(closed.thread)).toContain('At nine or at ten?'), patience)
    await say(officer, closed.thread, 'I say ten.')
    await officer.getByRole('button', { name: 'Officer Inđija' }).click()
    await officer.getByRole('menuitem', { name: 'Sign out' }).click()
    const question = officer.getByRole('alertdialog', { name: 'Sign out' })
    await question.filter({ hasText: 'sent. Sign out anyway?' }).waitFor()
    await expectAccessible(officer)
    await question.getByRole('button', { name: 'Sign out' }).click()
    await officer.getByLabel('Password').waitFor()
    expect(await saidIn(closed.thread)).not.toContain('I say ten.')
    line.release()
    await signInByForm(officer, 'officer-indjija@demo.kolo.test')
    await standing(officer, 'The server refused this')
  })

  test('[SYN17] [SYN22] it is sent again as it was: each exists once, also what had arrived after all', async () => {
    const outbox = await openOutbox(officer)
    for (const words of ['At nine or at ten?', 'I say ten.']) {
      const item = outbox.getByRole('listitem').filter({ hasText: words }).filter({ hasText: signedOut })
      await item.getByRole('button', { name: 'Send again' }).click()
      await item.waitFor({ state: 'detached' })
    }
    await outbox.getByText('Everything is sent').waitFor()
    await closeOutbox(officer)
    const said = ['Who has an idea?', 'The mayor, on Monday.', host, 'At nine or at ten?', 'I say ten.']
    await vi.waitFor(async () => expect(await saidIn(closed.thread)).toEqual(said), patience)
    await standing(officer, 'Live')
    await openThread(closed)
    for (const words of said) await messageOf(officer, closed.thread, words).waitFor()
  })
})
