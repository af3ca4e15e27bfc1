import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { editorOf } from '../../people/editor.ts'
import { absent, type Answer, call } from '../../security/calls.ts'
import { listenTo } from '../../security/listeners.ts'
import { makeStrangers } from '../../security/strangers.ts'
import { registeredProcedures } from '../../security/world.ts'
import { addressesOf, type Attempt, commandsOn, placesOf, questionsAbout, spacesOf } from './attempts.ts'
import {
  eventsSince,
  type Hidden,
  type HiddenPlace,
  hide,
  type Insider,
  insider,
  positionsOf,
  rolloutTitle,
} from '../hidden.ts'
import { openSpace, openTab, prepareJourney, sidebar } from '../session.ts'
import { calm, calmPage, enterByLink, follow, foundBy, type Visitor } from './stranger.ts'
import { main } from '../working.ts'

const procedures = registeredProcedures()
// What the demo's accepted reports say besides results.
const ofReports = ['No budget line yet.', 'SMS and web channels are open.']
const told = ({ status, code, details }: Answer) => ({ status, code, details })

type Strangers = Readonly<Record<'partner' | 'tivat' | 'gori' | 'observer' | 'signedOut', Visitor>>

/** Those who have nothing to do with a rollout or a stage come across nothing of it, by whatever way; what is theirs they see. */
describe('strangers', () => {
  const journey = prepareJourney()
  let administrator: Insider
  let hidden: Hidden
  let strangers: Strangers
  let everybody: readonly Visitor[]

  const ask = ({ cookie }: { readonly cookie: string | undefined }, [path, input]: Attempt): Promise<Answer> =>
    call(journey.server.url, cookie, procedures.get(path)!, input)
  /** The words that somebody may not come across: all that is hidden, and what else isn't theirs. */
  const secretsFrom = (visitor: Visitor): string[] => {
    const { partner, observer, signedOut } = strangers
    const { project, officer, published } = hidden
    const isOutside = visitor === partner || visitor === signedOut
    return [
      ...hidden.canaries.map(({ words }) => words),
      ...ofReports,
      ...(visitor === observer ? [] : [rolloutTitle]),
      ...(isOutside ? [published.words, project.name, project.shortName, ...Object.values(officer)] : []),
    ]
  }
  const expectNothingIn = (seen: string, visitor: Visitor, where: string): void => {
    const leaks = secretsFrom(visitor).filter((words) => seen.includes(words))
    const fields = leaks.map((words) => hidden.canaries.find((canary) => canary.words === words)?.field ?? words)
    expect(fields, `${visitor.name}: ${where}`).toEqual([])
  }

  /** Fills the network, and gives the address of the partner of another project. */
  const prepare = async (): Promise<string> => {
    const { url } = journey.server
    administrator = await insider(url, 'admin')
    hidden = await hide(url)
    const spaces = await administrator.make<{ id: string; kind: string }[]>('spaces.mine', {})
    const people = await makeStrangers({
      make: (by, path, input) => (by === 'coordinator' ? hidden.insiders.coordinator : administrator).make(path, input),
      spaces: { network: spaces.find(({ kind }) => kind === 'network')?.id ?? '' },
      coordinationSpaceId: hidden.project.coordinationSpaceId,
    })
    return `${people.get('foreignPartner')}@strangers.test`
  }
  beforeAll(async () => {
    const come = async (name: string, entering: Promise<Page>): Promise<Visitor> => follow(name, await entering)
    const [partner, tivat, gori, observer, signedOut] = await Promise.all([
      prepare().then((email) => come('partner of another project', enterByLink(journey, administrator, email))),
      come('officer of Tivat', journey.enter('officer-tivat')),
      come('officer of Gori', journey.enter('officer-gori')),
      come('observer', journey.enter('observer')),
      come('signed-out visitor', journey.visit('/sign-in')),
    ])
    strangers = { partner, tivat, gori, observer, signedOut }
    everybody = Object.values(strangers)
  })

  test('whoever belongs there comes across all of it', async () => {
    const places = placesOf(hidden)
    const wordsIn = (field: string): string => hidden.canaries.find((canary) => canary.field === field)?.words ?? ''
    const come = async (part: 'officer' | 'partner', account: string, { fileId }: HiddenPlace): Promise<string> => {
      const visitor = await follow(part, await journey.enter(account))
      for (const [address, field] of places[part]) {
        await visitor.go(address, 'canary-')
        await vi.waitFor(async () => expect(await visitor.seen()).toContain(wordsIn(field)), { timeout: 20_000 })
      }
      expect(await visitor.fetchFile(fileId)).toBe(200)
      return visitor.seen()
    }
    const seen = await Promise.all([
      come('officer', 'officer-indjija', hidden.rollout),
      come('partner', 'partner-serbia', hidden.stage),
    ])
    const missed = hidden.canaries.filter(({ words }) => !seen.join('\n').includes(words))
    expect(missed.map(({ field }) => field)).toEqual([])
  })

  test('everybody else finds a calm page at every address, and no file', async () => {
    const { loaded, followed } = addressesOf(hidden)
    await Promise.all(
      everybody.map(async (visitor) => {
        const isOut = visitor === strangers.signedOut
        for (const address of loaded) {
          const text = await visitor.open(address, isOut ? 'Send me a link' : calm)
          if (!isOut) expect(text, `${visitor.name} at ${address}`).toBe(calmPage)
        }
        for (const address of isOut ? [] : followed)
          expect(await visitor.go(address, calm), `${visitor.name} at ${address}`).toBe(calmPage)
        for (const fileId of [hidden.rollout.fileId, hidden.stage.fileId, randomUUID()])
          expect(await visitor.fetchFile(fileId)).toBe(isOut ? 401 : 404)
      }),
    )
    for (const visitor of everybody) expectNothingIn(await visitor.seen(), visitor, 'addresses')
  })

  test('every question gets the answer of what isn’t there, but what is granted', async () => {
    const questions = questionsAbout(hidden)
    const { tivat, gori, observer, signedOut } = strangers
    const inProject = [tivat, gori, observer]
    const signedIn = everybody.filter((visitor) => visitor !== signedOut)
    const granted = { closed: [], results: [observer], project: inProject, own: signedIn }
    const asked = Object.values(questions).flat()
    const queries = [...procedures.values()].filter(({ kind }) => kind === 'query').map(({ path }) => path)
    expect([...new Set(asked.map(([path]) => path))].toSorted()).toEqual(queries.toSorted())

    const answersTo = async (visitor: Visitor, kind: keyof typeof granted): Promise<string[]> => {
      const isGranted = new Set<Visitor>(granted[kind]).has(visitor)
      const refused = visitor === signedOut ? 'unauthenticated' : 'notFound'
      const bodies: string[] = []
      for (const [path, input] of questions[kind]) {
        const answer = await ask(visitor, [path, input])
        expect(answer.code, `${visitor.name}: ${path}`).toBe(isGranted ? 'ok' : refused)
        if (!isGranted) expect(told(answer), path).toEqual(told(await ask(visitor, [path, absent(input)])))
        expectNothingIn(answer.body, visitor, path)
        bodies.push(answer.body)
      }
      return bodies
    }
    for (const visitor of everybody) {
      const kinds = ['closed', 'results', 'project', 'own'] as const
      const answers = (await Promise.all(kinds.map((kind) => answersTo(visitor, kind)))).join('\n')
      expect(answers.includes(hidden.published.words), visitor.name).toBe(inProject.includes(visitor))
      // Lists don't even tell that there are such spaces.
      for (const spaceId of spacesOf(hidden)) expect(answers, visitor.name).not.toContain(spaceId)
    }
  })

  test('what is theirs they see, and nothing else beside it', async () => {
    const { partner, tivat, gori, observer, signedOut } = strangers
    const home = `/projects/${hidden.project.slug}`
    const townOf = async (visitor: Visitor, town: string, rollout: string): Promise<void> => {
      await visitor.go(home, town)
      const matrix = main(visitor.page).getByRole('region', { name: 'Municipalities and systems' })
      await matrix.getByText(town).first().waitFor()
      expect(await matrix.innerText()).not.toContain('Inđija')
      await openSpace(visitor.page, rollout)
      await openTab(visitor.page, 'Board')
      expect(await foundBy(visitor.page, town, rollout)).not.toContain('Inđija')
    }
    await Promise.all([
      townOf(tivat, 'Tivat', 'Communal problem reporting · Tivat'),
      townOf(gori, 'Gori', 'Document and case management · Gori'),
      (async () => {
        expect(await observer.go(home, rolloutTitle)).toContain('Accepted results')
        expect(await (await sidebar(observer.page)).getByRole('region', { name: 'Rollouts' }).count()).toBe(0)
        await foundBy(observer.page, 'problem reporting', 'Nothing found')
      })(),
      (async () => {
        for (const address of [home, `${home}/about`]) expect(await partner.go(address, calm)).toBe(calmPage)
        expect(await partner.go(`/municipalities/${hidden.municipalityId}`, 'Inđija')).toContain('No rollouts')
        await partner.go('/projects/another-project', 'Another project')
        await foundBy(partner.page, 'problem reporting', 'Nothing found')
      })(),
      signedOut.open(home, 'Send me a link'),
    ])
    await Promise.all(
      [partner, tivat, gori, observer].map(async ({ page, go }) => {
        await foundBy(page, 'canary', 'Nothing found')
        for (const address of ['/admin/audit', '/admin/mailbox']) expect(await go(address, calm)).toBe(calmPage)
        await go('/reports', 'Reports')
      }),
    )
    for (const visitor of everybody) expectNothingIn(await visitor.seen(), visitor, 'own pages')
  })

  test('nothing comes over sockets, and no document opens', async () => {
    const { url } = journey.server
    const { officer } = hidden.insiders
    const spaces = spacesOf(hidden)
    const member = listenTo(url, officer.cookie, spaces)
    const listeners = everybody.map((visitor) => ({ visitor, listener: listenTo(url, visitor.cookie, spaces) }))
    expect(await member.ready()).toBe(true)
    for (const { visitor, listener } of listeners)
      expect(await listener.ready(), visitor.name).toBe(visitor !== strangers.signedOut)

    const { spaceId, threadId } = hidden.rollout
    const body = `canary-${randomUUID()}`
    await officer.make('threads.post', { spaceId, threadId, messageId: randomUUID(), body, fileIds: [] })
    await expect.poll(() => member.frames.join()).toContain(body)
    for (const { visitor, listener } of listeners) {
      const frames = listener.frames.join('\n')
      expectNothingIn(`${frames}\n${await visitor.seen()}`, visitor, 'sockets')
      expect(`${frames}\n${await visitor.seen()}`, visitor.name).not.toContain(body)
      if (visitor !== strangers.signedOut)
        expect(JSON.parse(listener.frames[0] ?? '')).toMatchObject({ heads: {}, refused: spaces })
      listener.close()
    }
    member.close()
    for (const { cookie, name } of everybody) {
      for (const { documentId } of [hidden.rollout, hidden.stage]) {
        const editor = editorOf(url, cookie, documentId)
        editor.write('Strangers were here')
        await expect.poll(editor.refused, { message: name }).toBe(true)
        expect(editor.text()).not.toContain('canary')
        editor.close()
      }
    }
  })

  test('no command of theirs changes anything', async () => {
    const before = await positionsOf(hidden)
    for (const visitor of everybody) {
      const refused = visitor === strangers.signedOut ? 'unauthenticated' : 'notFound'
      for (const attempt of commandsOn(hidden)) {
        const answer = await ask(visitor, attempt)
        expect(answer.code, `${visitor.name}: ${attempt[0]}`).toBe(refused)
        expect(told(answer)).toEqual(told(await ask(visitor, [attempt[0], absent(attempt[1])])))
      }
    }
    expect(await eventsSince(before)).toEqual([])
    for (const { make } of [hidden.insiders.officer, hidden.insiders.partner]) {
      const { documentId } = make === hidden.insiders.officer.make ? hidden.rollout : hidden.stage
      expect(JSON.stringify(await make('documents.text', { documentId }))).not.toContain('Strangers')
    }
  })
})
