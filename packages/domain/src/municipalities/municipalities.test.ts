import { describe, expect, it } from 'vitest'
import type { Envelope } from '../events/envelope.ts'
import { municipalitiesImport } from './municipalities.decide.ts'
import { municipalityImported } from './municipalities.events.ts'
import { municipalitiesPart } from './municipalities.fold.ts'
import { can } from './municipalities.policy.ts'
import { type FoldedRow, rowsPerImport } from './municipalities.ts'
import { planImport } from './plan-import.ts'
import { municipalityColumns, readMunicipalities, textOfFile, UnreadableFile } from './read-rows.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const row = (change: Partial<FoldedRow> = {}): FoldedRow => ({
  country: 'RS',
  code: '80152',
  name: 'Inđija',
  nameLocal: 'Инђија',
  region: 'RS-07',
  registeredVoters: 40_000,
  developmentLevel: null,
  kind: null,
  languages: [],
  latitude: 45.05,
  longitude: 20.08,
  foldedName: 'indjija',
  ...change,
})
const known = (n: number, change: Partial<FoldedRow> = {}) => ({ ...row(change), id: id(n) })
const never = (): string => {
  throw new Error('no id is needed')
}

describe('planImport', () => {
  it('finds by country and code, else by country and folded name', () => {
    expect(planImport([row()], [known(1)], never)).toMatchObject({ added: [], changed: [], same: [id(1)] })
    expect(planImport([row({ name: 'Indjija' })], [known(1)], never).changed).toMatchObject([
      { id: id(1), name: 'Indjija' },
    ])
    expect(planImport([row({ code: null })], [known(1, { code: null })], never).same).toEqual([id(1)])
    expect(planImport([row({ country: 'ME' })], [known(1)], () => id(2)).added).toMatchObject([{ id: id(2) }])
  })

  it('keeps namesakes with codes apart, and lets a code join the entry that had none', () => {
    expect(planImport([row({ code: '71307' })], [known(1, { code: '70203' })], () => id(2)).added).toHaveLength(1)
    expect(planImport([row({ code: '70203' })], [known(1, { code: null })], never).changed).toMatchObject([
      { id: id(1), code: '70203' },
    ])
    expect(planImport([row({ code: null })], [known(1)], never)).toMatchObject({ same: [id(1)] })
    expect(planImport([row({ code: null })], [known(1), known(2, { code: '1' })], () => id(3)).added).toHaveLength(1)
  })

  it('tells the rows that mean the same municipality', () => {
    expect(planImport([row(), row(), row({ code: null, name: 'X', foldedName: 'x' })], [], () => id(2)).twice).toEqual([
      1,
    ])
  })
})

describe('readMunicipalities', () => {
  const good = {
    country: 'GE',
    code: '',
    name: 'Gori',
    name_local: 'გორი',
    region: '',
    registered_voters: '',
    development_level: '',
    kind: '',
    languages: '',
    latitude: '41.98',
    longitude: '44.11',
  }

  const cellsOf = (fields: typeof good) => municipalityColumns.map((column) => fields[column])

  it('takes no row with another number of cells, and no more rows than the import', () => {
    const cells = cellsOf(good)
    const records = [
      { line: 2, cells: [...cells, 'surplus'] },
      { line: 3, cells: cells.slice(1) },
    ]
    expect(readMunicipalities(municipalityColumns, records)).toEqual({
      rows: [],
      errors: [
        { line: 2, problem: 'cellCount', value: '12 ≠ 11' },
        { line: 3, problem: 'cellCount', value: '10 ≠ 11' },
      ],
    })
    const many = Array.from({ length: rowsPerImport + 1 }, (_, index) => ({ line: index + 2, cells }))
    expect(readMunicipalities(municipalityColumns, many).errors).toEqual([
      { line: rowsPerImport + 2, problem: 'tooManyRows', value: '5000' },
    ])
    expect(readMunicipalities(municipalityColumns, many.slice(1)).errors).toEqual([])
  })

  it('takes UTF-8, with and without its mark, and nothing that only looks like it', () => {
    const utf8 = new TextEncoder().encode('country,name\nRS,Inđija')
    expect(textOfFile(utf8)).toBe('country,name\nRS,Inđija')
    expect(textOfFile(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('country,name\nRS,Inđija')
    // As a spreadsheet saves it for Central Europe: đ is one byte, 0xF0.
    const cp1250 = new Uint8Array([...new TextEncoder().encode('country,name\nRS,In'), 0xf0, 0x69, 0x6a, 0x61])
    expect(() => textOfFile(cp1250)).toThrow(UnreadableFile)
    expect(() => textOfFile(cp1250)).toThrow('Line 2: notUtf8')
  })

  it('takes kind and languages, which a later file without them leaves as they are', () => {
    const cells = cellsOf({ ...good, kind: 'city', languages: 'ka; hy,az' })
    const [read] = readMunicipalities(municipalityColumns, [{ line: 2, cells }]).rows
    expect(read).toMatchObject({ kind: 'city', languages: ['ka', 'hy', 'az'] })
    const entry = known(1, { kind: 'city', languages: ['ka', 'hy'] })
    expect(planImport([row()], [entry], never).same).toEqual([id(1)])
    expect(planImport([row({ languages: ['ka'] })], [entry], never).changed).toMatchObject([
      { kind: 'city', languages: ['ka'] },
    ])
  })

  it('takes empty cells for unknown', () => {
    const { rows, errors } = readMunicipalities(municipalityColumns, [{ line: 2, cells: cellsOf(good) }])
    expect(errors).toEqual([])
    expect(rows).toEqual([
      {
        line: 2,
        country: 'GE',
        code: null,
        name: 'Gori',
        nameLocal: 'გორი',
        region: null,
        registeredVoters: null,
        developmentLevel: null,
        kind: null,
        languages: [],
        latitude: 41.98,
        longitude: 44.11,
      },
    ])
  })

  it('names the line, the problem and what stands there', () => {
    const records = [
      { line: 2, cells: cellsOf({ ...good, country: 'Georgia' }) },
      { line: 4, cells: cellsOf({ ...good, name: ' ' }) },
      { line: 5, cells: cellsOf({ ...good, latitude: 'north' }) },
      { line: 6, cells: cellsOf({ ...good, latitude: '141.98', registered_voters: '1.5' }) },
      { line: 7, cells: cellsOf({ ...good, longitude: '' }) },
      { line: 8, cells: cellsOf({ ...good, kind: 'village', languages: 'sr Hungarian' }) },
    ]
    expect(readMunicipalities(municipalityColumns, records).errors).toEqual([
      { line: 2, problem: 'unknownCountry', value: 'Georgia' },
      { line: 4, problem: 'nameMissing', value: '' },
      { line: 5, problem: 'notANumber', value: 'north' },
      { line: 6, problem: 'outOfRange', value: '1.5' },
      { line: 6, problem: 'outOfRange', value: '141.98' },
      { line: 7, problem: 'notANumber', value: 'longitude' },
      { line: 8, problem: 'unknownKind', value: 'village' },
      { line: 8, problem: 'unknownLanguage', value: 'sr,Hungarian' },
    ])
    expect(readMunicipalities(['country', 'name'], []).errors.map(({ value }) => value)).toEqual([
      'latitude',
      'longitude',
    ])
  })
})

describe('municipality.import', () => {
  const { foldedName: _folded, ...plain } = row()
  const run = (plan: ReturnType<typeof planImport>, role: 'administrator' | 'coordinator' = 'administrator') =>
    municipalitiesImport.decide(
      { plan },
      { spaceId: id(9), rows: [plain] },
      { actor: { personId: id(8), role }, now: '', ids: never },
    )

  it('is for administrators, all or nothing, and silent where nothing changes', () => {
    expect(run(planImport([row()], [], () => id(1)))).toMatchObject([
      { payload: { total: 1, added: [id(1)], changed: [], same: 0 } },
    ])
    expect(run(planImport([row()], [known(1)], never))).toEqual([])
    expect(() =>
      run(
        planImport([row()], [], () => id(1)),
        'coordinator',
      ),
    ).toThrow(/notFound/)
    expect(() => run(planImport([row(), row()], [], () => id(1)))).toThrow(/twiceInFile/)
    expect(can.import({ personId: id(8), role: undefined })).toBe(false)
  })

  it('is counted by the fold', () => {
    const event = municipalityImported.of({
      total: 3,
      added: [id(1), id(2)],
      changed: [id(3)],
      same: 0,
    }) as unknown as Envelope
    expect(municipalitiesPart.fold({ total: 4 }, event)).toEqual({ total: 6 })
  })
})
