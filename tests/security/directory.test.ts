import { demoId } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, everyPerson, participants } from './people.ts'
import { makeWorld, type World } from './world.ts'

const organizationId = demoId('organization indjija')
const officerId = demoId('person officer-indjija')

/** The directory (architecture.md 6): organizations and people are for those who share a project with them. */
describe('who knows of whom', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.close())

  /** Those who come across one of these words in the answer. */
  const whoSees = async (path: string, input: unknown, words: string): Promise<Actor[]> => {
    const answers = await Promise.all(everyPerson.map((person) => world.ask(person, path, input)))
    return everyPerson.filter((_person, index) => answers[index]!.body.includes(words))
  }
  const inProject = everyPerson.filter((person) => participants.includes(person) || person === 'administrator')
  // Whoever coordinates a project chooses its organizations among all of the network.
  const choosing = everyPerson.filter((person) => inProject.includes(person) || person === 'foreignCoordinator')

  it('organizations', async () => {
    expect(await whoSees('organizations.directory', {}, organizationId)).toEqual(choosing)
    const ofProject = { projectId: world.projectId }
    expect(await whoSees('organizations.directory', ofProject, organizationId)).toEqual(participants)
  })

  it('people', async () => {
    expect(await whoSees('people.directory', {}, officerId)).toEqual(inProject)
    expect(await whoSees('people.directory', { projectId: world.projectId }, officerId)).toEqual(participants)
  })

  it('nobody of an organization that has left the project', async () => {
    const left = world.personId('endedPartner')
    const seeing = await whoSees('people.directory', { projectId: world.projectId }, left)
    expect(seeing.filter((person) => person !== 'endedPartner')).toEqual([])
  })

  it('which municipalities have an organization, in the catalogue that all may read', async () => {
    const { data } = await world.ask('observer', 'municipalities.list', {})
    const municipalityId = (data as { id: string; name: string }[]).find(({ name }) => name === 'Inđija')!.id
    expect(await whoSees('municipalities.list', {}, municipalityId)).toEqual(everyPerson)
    expect(await whoSees('municipalities.list', {}, organizationId)).toEqual(choosing)
    expect(await whoSees('municipalities.byId', { municipalityId }, organizationId)).toEqual(choosing)
    expect(await whoSees('municipalities.byId', { municipalityId }, officerId)).toEqual(inProject)
  })
})
