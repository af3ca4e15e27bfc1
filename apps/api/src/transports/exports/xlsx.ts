import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell, Sheet } from './sheet.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Places among the styles below. */
const [bold, asDay] = [1, 2]
const dayZero = Date.UTC(1899, 11, 30)
const msOfDay = 86_400_000

/** A workbook (XLSX) of these sheets, in pieces as they are made; nothing in it is a formula. */
export async function* workbookOf(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  for (const [path, text] of fixedParts(sheets)) {
    const part = new ZipDeflate(path)
    zip.add(part)
    part.push(strToU8(head + text), true)
  }
  for (const [index, sheet] of sheets.entries()) {
    const part = new ZipDeflate(`xl/worksheets/sheet${index + 1}.xml`)
    zip.add(part)
    for await (const text of sheetXml(sheet)) {
      part.push(strToU8(text))
      yield* made.splice(0)
    }
    part.push(new Uint8Array(), true)
  }
  zip.end()
  yield* made.splice(0)
}

async function* sheetXml({ columns, pages }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  yield `${head}<worksheet xmlns="${main}">${view}<cols>${widths.join('')}</cols><sheetData>`
  const titles = columns.map(({ title }, index) => textCell(placeOf(index, 1), title, bold))
  yield `<row r="1">${titles.join('')}</row>`
  let last = 1
  for await (const rows of pages()) yield rows.map((cells) => rowXml(cells, (last += 1))).join('')
  yield `</sheetData><autoFilter ref="A1:${placeOf(columns.length - 1, last)}"/></worksheet>`
}

const rowXml = (cells: readonly Cell[], row: number): string =>
  `<row r="${row}">${cells.map((cell, index) => cellXml(placeOf(index, row), cell)).join('')}</row>`

function cellXml(place: string, cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return cell === '' ? '' : textCell(place, cell)
  return `<c r="${place}" s="${asDay}"><v>${(Date.parse(`${cell.day}T00:00:00Z`) - dayZero) / msOfDay}</v></c>`
}

const textCell = (place: string, text: string, style = 0): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${inXml(text)}</t></is></c>`

// What XML can't say at all is left out.
const unsayable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const inXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unsayable, '')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** `A1`, `AB7`: the column counts from 0, the row from 1. */
function placeOf(column: number, row: number): string {
  const letters = column < 26 ? letterAt(column) : letterAt(Math.floor(column / 26) - 1) + letterAt(column % 26)
  return `${letters}${row}`
}
const letterAt = (index: number): string => String.fromCodePoint(65 + index)

/** Names of sheets know no such signs, and are short. */
const sheetName = (name: string): string => inXml(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31))

function fixedParts(sheets: readonly Sheet[]): readonly (readonly [string, string])[] {
  const numbers = sheets.map((_, index) => index + 1)
  const overrides = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${sheetName(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const related = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  )
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageRelations}">${related.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ]
}
