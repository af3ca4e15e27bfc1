import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { sample } from '../test/sample.ts'
import { checkPlaces, decodeUpdate, documentField, fromJson, maxDepth, UpdateRejected } from './index.ts'
import { spanOf } from './spans.ts'

const fragmentOf = (ydoc: Y.Doc): Y.XmlFragment => ydoc.getXmlFragment(documentField)

/** Puts so many elements into one another, within `parent`; gives the innermost. */
function nest(parent: Y.XmlFragment, levels: number): Y.XmlElement {
  let inner = parent
  for (let level = 0; level < levels; level += 1) {
    const element = new Y.XmlElement('blockquote')
    inner.insert(0, [element])
    inner = element
  }
  return inner as Y.XmlElement
}

/** The update that `work` makes of a text that stands in `before`. */
function updateOf(before: Y.Doc, work: (ydoc: Y.Doc) => void): Uint8Array {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(before))
  const vector = Y.encodeStateVector(ydoc)
  work(ydoc)
  return Y.encodeStateAsUpdate(ydoc, vector)
}

const check = (ydoc: Y.Doc, update: Uint8Array): void => checkPlaces(ydoc, decodeUpdate(update))
const tooDeep = expect.objectContaining({ reason: 'tooDeep' })

describe('the depth of a document', () => {
  test('an ordinary text, and every step of writing it, is taken', () => {
    check(new Y.Doc(), fromJson(sample))
    const [writer, server] = [new Y.Doc(), new Y.Doc()]
    writer.on('update', (update: Uint8Array) => {
      check(server, update)
      Y.applyUpdate(server, update)
    })
    Y.applyUpdate(writer, fromJson(sample))
    for (let line = 0; line < 300; line += 1) {
      const paragraph = new Y.XmlElement('paragraph')
      fragmentOf(writer).insert(line % 5, [paragraph])
      paragraph.insert(0, [new Y.XmlText('words')])
      if (line % 3 === 0) fragmentOf(writer).delete(line % 4, 1)
    }
    expect(fragmentOf(server).toJSON()).toBe(fragmentOf(writer).toJSON())
  })

  test('is limited within one update', () => {
    const ydoc = new Y.Doc()
    check(
      ydoc,
      updateOf(ydoc, (copy) => nest(fragmentOf(copy), maxDepth)),
    )
    const deeper = updateOf(ydoc, (copy) => nest(fragmentOf(copy), maxDepth + 2))
    expect(() => check(ydoc, deeper)).toThrow(tooDeep)
    const endless = updateOf(ydoc, (copy) => nest(fragmentOf(copy), 1_500))
    expect(() => check(ydoc, endless)).toThrow(tooDeep)
  })

  test('is limited over many updates, beside what is there and inside of it', () => {
    const ydoc = new Y.Doc()
    nest(fragmentOf(ydoc), maxDepth)
    const innermost = (copy: Y.Doc): Y.XmlElement => {
      let inner = fragmentOf(copy).get(0)
      while (inner instanceof Y.XmlElement && inner.length > 0) inner = inner.get(0)
      return inner as Y.XmlElement
    }
    const inside = updateOf(ydoc, (copy) => nest(innermost(copy), 2))
    expect(() => check(ydoc, inside)).toThrow(tooDeep)
    const beside = updateOf(ydoc, (copy) => {
      const parent = innermost(copy).parent as Y.XmlElement
      const neighbour = new Y.XmlElement('blockquote')
      parent.push([neighbour])
      nest(neighbour, 3)
    })
    expect(() => check(ydoc, beside)).toThrow(tooDeep)
    check(
      ydoc,
      updateOf(ydoc, (copy) => fragmentOf(copy).push([new Y.XmlElement('paragraph')])),
    )
  })

  test('what hangs on something that isn’t there is refused, since its depth would come later', () => {
    const [ydoc, author] = [new Y.Doc(), new Y.Doc()]
    const updates: Uint8Array[] = []
    author.on('update', (update: Uint8Array) => updates.push(update))
    const inner = nest(fragmentOf(author), 1)
    nest(inner, 1)
    expect(() => check(ydoc, updates[1]!)).toThrow(UpdateRejected)
  })

  test('a long line of neighbours costs no more than their number', () => {
    const ydoc = new Y.Doc()
    const long = updateOf(ydoc, (copy) => {
      for (let count = 0; count < 20_000; count += 1) fragmentOf(copy).insert(0, [new Y.XmlElement('paragraph')])
    })
    check(ydoc, long)
  })

  test('what was deleted for good holds nothing', () => {
    const ydoc = new Y.Doc()
    nest(fragmentOf(ydoc), 1)
    const late = updateOf(ydoc, (copy) => nest(fragmentOf(copy).get(0) as Y.XmlElement, 5))
    fragmentOf(ydoc).delete(0, 1)
    check(ydoc, late)
  })
})

describe('the cells of a table', () => {
  const cellIn = (ydoc: Y.Doc): Y.XmlElement => fragmentOf(ydoc).get(0) as Y.XmlElement
  const withCell = (): Y.Doc => {
    const ydoc = new Y.Doc()
    fragmentOf(ydoc).insert(0, [new Y.XmlElement('tableCell')])
    return ydoc
  }
  const spanning = (ydoc: Y.Doc, attribute: string, value: unknown): Uint8Array =>
    updateOf(ydoc, (copy) => cellIn(copy).setAttribute(attribute, value as string))
  const refused = expect.objectContaining({ reason: 'tooLarge' })

  test('take as many columns and rows as people draw', () => {
    const ydoc = withCell()
    for (const span of [1, 2, 100]) check(ydoc, spanning(ydoc, 'colspan', span))
    check(ydoc, spanning(ydoc, 'rowspan', 1_000))
    check(ydoc, spanning(ydoc, 'colwidth', [120]))
  })

  test.each([101, 1e9, 0, -1, 0.5, Number.NaN, '2', null, {}])('take no %s columns', (span) => {
    const ydoc = withCell()
    expect(() => check(ydoc, spanning(ydoc, 'colspan', span))).toThrow(refused)
  })

  test('don’t widen behind a first, harmless width, whose name a second one only takes over', () => {
    const ydoc = withCell()
    cellIn(ydoc).setAttribute('colspan', 1 as never)
    expect(() => check(ydoc, spanning(ydoc, 'colspan', 1e9))).toThrow(refused)
    const both = updateOf(withCell(), (copy) => {
      cellIn(copy).setAttribute('rowspan', 2 as never)
      cellIn(copy).setAttribute('rowspan', 1e9 as never)
    })
    expect(() => check(withCell(), both)).toThrow(UpdateRejected)
  })

  test('of pasted HTML are brought within bounds', () => {
    const cell = (asked: string | null) => ({ getAttribute: () => asked })
    expect([null, '3', '100000', '0', '-2', 'x'].map((asked) => spanOf(cell(asked), 'colspan'))).toEqual([
      1, 3, 100, 1, 1, 1,
    ])
  })
})
