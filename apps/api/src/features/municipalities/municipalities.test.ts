import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importMunicipalities } from '../../cli/import-municipalities.ts'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { workbookFile } from '../../testing/workbook.ts'
import { takingPart, testProject, testRollout } from '../../testing/project.ts'
import { importMunicipalityRows } from './commands/import-municipalities.ts'
import { municipalityById, municipalityList } from './municipalities.queries.ts'
import { parseMunicipalities } from './parse-municipalities.ts'

const realFile = fileURLToPath(new URL('../../../../../data/municipalities.csv', import.meta.url))
const header = 'country,code,name,name_local,region,registered_voters,latitude,longitude'

describe('municipalities on a real database', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await testHub()
  })
  afterAll(() => hub.close())

  const write = async (lines: readonly string[]): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), 'kolo-')), 'municipalities.csv')
    await writeFile(file, [header, ...lines].join('\n'))
    return file
  }
  const count = async () =>
    (
      await hub.db
        .selectFrom('municipality')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n

  it('imports the real file once; the same file again changes nothing', async () => {
    const preview = await importMunicipalities(hub, realFile, { preview: true })
    expect([preview.added.length, preview.errors, preview.written, await count()]).toEqual([220, [], false, 0])
    const events = await expectSynced(hub, hub.networkSpaceId, () =>
      importMunicipalities(hub, realFile, { preview: false }),
    )
    expect(events).toMatchObject([{ type: 'municipality.imported', payload: { total: 220, changed: [], same: 0 } }])
    expect((await hub.snapshot(hub.networkSpaceId)).parts.municipalities).toEqual({ total: 220 })
    const again = await importMunicipalities(hub, realFile, { preview: false })
    expect([again.added.length, again.changed.length, again.same, await count()]).toEqual([0, 0, 220, 220])
  })

  it('mends a known municipality by its code, and one without a code by its folded name', async () => {
    const file = await write([
      'RS,70092,Barajevo (new),Барајево,RS-00,23485,44.57889,20.41583',
      'GE,,GORI,გორი,,,41.98,44.11',
    ])
    const report = await importMunicipalities(hub, file, { preview: false })
    expect([report.added, report.changed, await count()]).toEqual([[], ['Barajevo (new)', 'GORI'], 220])
  })

  it('keeps what a municipality is and speaks', async () => {
    const columns = 'country,code,name,kind,languages,latitude,longitude'
    const { rows } = await parseMunicipalities(
      Buffer.from(`${columns}\nRS,70092,Barajevo,cityMunicipality,sr sk,44.5,20.4`),
    )
    await hub.run(importMunicipalityRows, SYSTEM_ACTOR_ID, {
      spaceId: hub.networkSpaceId,
      rows: rows.map(({ line: _line, ...row }) => row),
    })
    const listed = await hub.ask(municipalityList, await hub.person(), {})
    const { id } = listed.find(({ name }) => name === 'Barajevo')!
    expect(await hub.ask(municipalityById, await hub.person(), { municipalityId: id })).toMatchObject({
      kind: 'cityMunicipality',
      languages: ['sr', 'sk'],
    })
  })

  it('writes nothing when a row is wrong, and names its line', async () => {
    const file = await write([
      'RS,99999,New Town,,,,44.5,20.4',
      '',
      'RS,99998,,,,,44.5,20.4',
      'RS,99999,New Town again,,,,44.5,20.4',
    ])
    const report = await importMunicipalities(hub, file, { preview: false })
    expect(report.errors.map(({ line, problem }) => [line, problem])).toEqual([
      [4, 'nameMissing'],
      [5, 'twice'],
    ])
    expect([report.written, await count()]).toEqual([false, 220])
    expect((await parseMunicipalities(Buffer.from('country,name\nRS,"unclosed'))).errors).toMatchObject([
      { problem: 'unreadable' },
    ])
  })

  it('reads the first sheet of a workbook as it reads a file of text, whatever it is called', async () => {
    const sheet = [
      [...header.split(','), null],
      ['GE', null, 'Kvareli', 'ყვარელი', null, null, 41.95493, 45.817],
      [null],
      ['RS', 80152, 'Inđija', 'Инђија', 'RS-07', 40_000, 45.05, 20.08, ' '],
    ]
    const { rows, errors } = await parseMunicipalities(workbookFile(sheet))
    expect(errors).toEqual([])
    expect(rows).toMatchObject([
      { line: 2, code: null, name: 'Kvareli', nameLocal: 'ყვარელი', registeredVoters: null, latitude: 41.95493 },
      { line: 4, code: '80152', name: 'Inđija', registeredVoters: 40_000 },
    ])
    const wrong = [
      ...sheet,
      ['RS', 1, 'Nowhere', null, null, null, 'north', 20],
      ['RS', 1, 'X', null, null, null, 45, 20, 7],
    ]
    expect((await parseMunicipalities(workbookFile(wrong))).errors).toMatchObject([
      { line: 5, problem: 'notANumber', value: 'north' },
      { line: 6, problem: 'cellCount' },
    ])
  })

  it('says of a workbook that can’t be read, is empty or too large, that it is', async () => {
    const whole = workbookFile([header.split(',')])
    const vast = zipSync({ 'xl/workbook.xml': new Uint8Array(65 * 2 ** 20) })
    for (const file of [whole.slice(0, 200), zipSync({ 'letter.txt': new Uint8Array(8) }), vast])
      expect((await parseMunicipalities(file)).errors).toMatchObject([{ line: 1, problem: 'unreadable' }])
    expect((await parseMunicipalities(vast)).errors).toMatchObject([{ value: '65 MiB > 64 MiB' }])
    expect((await parseMunicipalities(workbookFile([]))).errors).toMatchObject([
      { problem: 'missingColumn' },
      {},
      {},
      {},
    ])
  })

  it('is for administrators; the list for everybody who is signed in', async () => {
    const person = await hub.person()
    const row = {
      country: 'RS',
      code: '1',
      name: 'X',
      nameLocal: 'X',
      region: null,
      registeredVoters: null,
      developmentLevel: null,
      kind: null,
      languages: [],
      latitude: 44,
      longitude: 20,
    }
    await expect(
      hub.run(importMunicipalityRows, person, { spaceId: hub.networkSpaceId, rows: [row] }),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(
      hub.run(importMunicipalityRows, SYSTEM_ACTOR_ID, { spaceId: hub.networkSpaceId, rows: [row, row] }),
    ).rejects.toMatchObject({ code: 'invalid', details: { reason: 'twiceInFile' } })
    const list = await hub.ask(municipalityList, person, {})
    expect(list).toHaveLength(220)
    expect(list[0]).not.toHaveProperty('foldedName')
  })

  it('shows the page of a municipality as far as the person may see it', async () => {
    const project = await testProject(hub)
    const observer = (await takingPart(hub, project.projectId, { kind: 'observer' })).people[0]!
    const rollout = await testRollout(hub, project)
    const asked = { municipalityId: rollout.municipalityId }
    const officer = await hub.ask(municipalityById, rollout.officerId, asked)
    expect(officer).toMatchObject({ spaceId: rollout.municipalitySpaceId, rollouts: [{ id: rollout.rolloutId }] })
    expect(officer.seats?.map(({ seat, people }) => [seat, people.length])).toEqual([
      ['approver', 1],
      ['focalPoint', 1],
    ])
    expect(await hub.ask(municipalityById, observer, asked)).toMatchObject({ spaceId: null, rollouts: [] })
    expect(await hub.ask(municipalityById, await hub.person(), asked)).toMatchObject({
      spaceId: null,
      rollouts: [],
      seats: null,
    })
    await expect(hub.ask(municipalityById, observer, { municipalityId: project.projectId })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
