import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'
import type { Cell, Sheet } from './sheet.ts'
import { workbookOf } from './xlsx.ts'

const sheetOf = (rows: readonly (readonly Cell[])[], name = 'Reports'): Sheet => ({
  name,
  columns: (rows[0] ?? []).map((_, index) => ({ title: `Column ${index}`, width: 10 })),
  async *pages() {
    for (const row of rows) yield [row]
  },
})

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

async function unpacked(sheets: readonly Sheet[]): Promise<Record<string, string>> {
  const pieces: Uint8Array[] = []
  for await (const piece of workbookOf(sheets)) pieces.push(piece)
  const parts = unzipSync(new Uint8Array(Buffer.concat(pieces)))
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '=HYPERLINK("http://evil.example","x")']

describe('CSV', () => {
  it('comes back as it went, with line breaks, quotes and every script', async () => {
    const rows = [
      ['Инђија', 'ყვარელი', 'a "b", c', 'one\r\ntwo'],
      ['', 'x', '0', "'"],
    ]
    const text = await textOf(csvOf(sheetOf(rows)))
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(parse(text, { bom: true }).slice(1)).toEqual(rows)
  })

  it('keeps text that looks like a formula text, and figures figures', async () => {
    const text = await textOf(csvOf(sheetOf([formulas, formulas.map(() => -1.5)])))
    const [, said, figures] = parse(text, { bom: true })
    expect(said).toEqual(formulas.map((formula) => `'${formula}`))
    expect(figures).toEqual(formulas.map(() => '-1.5'))
  })

  it('tells nothing from zero', async () => {
    const text = await textOf(csvOf(sheetOf([[null, 0, '', { day: '2026-02-28' }]])))
    expect(text.split('\r\n')[1]).toBe(',0,,2026-02-28')
  })
})

describe('a workbook', () => {
  it('has text as text whatever it begins with, figures as figures and days as days', async () => {
    const parts = await unpacked([sheetOf([[...formulas, 42, -0.5, { day: '2026-11-28' }, null]])])
    const xml = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(xml).not.toContain('<f>')
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(formulas.length + formulas.length + 4)
    expect(xml).toContain('<c r="I2"><v>42</v></c><c r="J2"><v>-0.5</v></c>')
    // Day 46,354 of spreadsheets, whose first is 1 January 1900.
    expect(xml).toContain('<c r="K2" s="2"><v>46354</v></c></row>')
    expect(xml).toContain('<autoFilter ref="A1:L2"/>')
  })

  it('says every text that XML can say, and leaves out what it can’t', async () => {
    const parts = await unpacked([sheetOf([['<b> & "c" \u0000\u0008\uFFFF\uD800 ђ ყ 🌍\nnext']])])
    expect(parts['xl/worksheets/sheet1.xml']).toContain('&lt;b&gt; &amp; &quot;c&quot; \uFFFD ђ ყ 🌍\nnext</t>')
  })

  it('names its sheets, and has a part for each', async () => {
    const parts = await unpacked([
      sheetOf([['a']], 'A: [very] long/name?* of a sheet with more than 31 signs'),
      sheetOf([['b']]),
    ])
    expect(Object.keys(parts).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['A   very  long name   of a shee', 'Reports'])
  })

  it('finds its columns beyond the alphabet', async () => {
    const parts = await unpacked([sheetOf([Array.from({ length: 30 }, (_, index) => index)])])
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<c r="Z2"><v>25</v></c><c r="AA2"><v>26</v></c>')
  })
})
