import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { absent, type Answer, call } from '../security/calls.ts'
import { makeStrangers } from '../security/strangers.ts'
import { registeredProcedures } from '../security/world.ts'
import { addressesOf, type Attempt, placesOf, questionsAbout } from './attempts.ts'
import { type Hidden, type HiddenPlace, hide, type Insider, insider, rolloutTitle } from './hidden.ts'
import { prepareJourney } from './session.ts'
import { calm, calmPage, enterByLink, follow, type Visitor } from './stranger.ts'

const procedures = registeredProcedures()
// What the demo's accepted reports say besides results.
const ofReports = ['No budget line yet.', 'SMS and web channels are open.']
const told = ({ status, code, details }: Answer) => ({ status, code, details })

type Strangers = Readonly<Record<'partner' | 'tivat' | 'gori' | 'observer' | 'signedOut', Visitor>>

/** Those who have nothing to do with a rollout or a stage come across nothing of it, by whatever way; what is theirs they see. */
describe('strangers', () => {
  const journey = prepareJourney()
  let administrator: Insider
  let coordinator: Insider
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

  beforeAll(async () => {
    const { url } = journey.server
    hidden = await hide(url)
    ;[administrator, coordinator] = await Promise.all([insider(url, 'admin'), insider(url, 'coordinator')])
    const spaces = await administrator.make<{ id: string; kind: string }[]>('spaces.mine', {})
    const people = await makeStrangers({
      make: (by, path, input) => (by === 'coordinator' ? coordinator : administrator).make(path, input),
      spaces: { network: spaces.find(({ kind }) => kind === 'network')?.id ?? '' },
      coordinationSpaceId: hidden.project.coordinationSpaceId,
    })
    const [partner, tivat, gori, observer, signedOut] = await Promise.all([
      enterByLink(journey, administrator, `${people.get('foreignPartner')}@strangers.test`),
      journey.enter('officer-tivat'),
      journey.enter('officer-gori'),
      journey.enter('observer'),
      journey.visit('/sign-in'),
    ])
    strangers = {
      partner: await follow('partner of another project', partner),
      tivat: await follow('officer of Tivat', tivat),
      gori: await follow('officer of Gori', gori),
      observer: await follow('observer', observer),
      signedOut: await follow('signed-out visitor', signedOut),
    }
    everybody = Object.values(strangers)
  })

  test('whoever belongs there comes across all of it', async () => {
    const places = placesOf(hidden)
    const wordsIn = (field: string): string => hidden.canaries.find((canary) => canary.field === field)?.words ?? ''
    const come = async (part: 'officer' | 'partner', account: string, { fileId }: HiddenPlace): Promise<string> => {
      const visitor = await follow(part, await journey.enter(account))
      for (const [address, field] of places[part]) {
        await visitor.open(address, 'canary-')
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
    const granted = { closed: [], results: [observer], project: [tivat, gori, observer], own: [] as Visitor[] }
    granted.own = everybody.filter((visitor) => visitor !== signedOut)
    const asked = Object.values(questions).flat()
    const queries = [...procedures.values()].filter(({ kind }) => kind === 'query').map(({ path }) => path)
    expect([...new Set(asked.map(([path]) => path))].toSorted()).toEqual(queries.toSorted())
    for (const visitor of everybody) {
      for (const kind of ['closed', 'results', 'project', 'own'] as const) {
        const may = (granted[kind] as Visitor[]).includes(visitor)
        for (const question of questions[kind]) {
          const answer = await ask(visitor, question)
          const where = `${visitor.name}: ${question[0]}`
          const refused = visitor === signedOut ? 'unauthenticated' : 'notFound'
          expect(answer.code, where).toBe(may ? 'ok' : refused)
          if (!may) expect(told(answer), where).toEqual(told(await ask(visitor, [question[0], absent(question[1])])))
          expectNothingIn(answer.body, visitor, question[0])
        }
      }
    }
  })
})
