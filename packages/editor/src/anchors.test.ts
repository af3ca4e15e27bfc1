import { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { sample, textOfBlock, ydocOf } from '../test/sample.ts'
import { decodeAnchor, documentField, documentSchema, encodeAnchor, type Passage, quoteOf, toJson } from './index.ts'

const docOf = (ydoc: Y.Doc): Node => Node.fromJSON(documentSchema, toJson(ydoc))

function find(doc: Node, words: string): Passage {
  let found: Passage | undefined
  doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textBetween(0, node.content.size, '', ' ').indexOf(words) : -1
    if (at >= 0) found ??= { from: position + 1 + at, to: position + 1 + at + words.length }
  })
  if (!found) throw new Error(`${words} isn’t in the document.`)
  return found
}

const wordsOf = (ydoc: Y.Doc, anchor: string): string | undefined => {
  const passage = decodeAnchor(ydoc, anchor)
  return passage && quoteOf(docOf(ydoc), passage)
}

describe('anchors', () => {
  test('every position is found again, and the passage quotes itself', () => {
    const ydoc = ydocOf(sample)
    for (const words of [
      'Research',
      'note',
      'of Serbia and',
      'second line',
      'line second',
      'Гори',
      '2007',
      'Quoted words',
    ]) {
      const passage = find(docOf(ydoc), words)
      const anchor = encodeAnchor(ydoc, passage)
      expect(anchor.length).toBeLessThan(200)
      expect(decodeAnchor(ydoc, anchor)).toEqual(passage)
      expect(wordsOf(ydoc, anchor)).toBe(words)
    }
  })

  test('a passage across blocks is found again', () => {
    const ydoc = ydocOf(sample)
    const passage = { from: find(docOf(ydoc), 'beyond').from, to: find(docOf(ydoc), 'System').to }
    expect(decodeAnchor(ydoc, encodeAnchor(ydoc, passage))).toEqual(passage)
  })

  test('it survives edits elsewhere, and what is typed at its ends stays outside', () => {
    const ydoc = ydocOf(sample)
    const anchor = encodeAnchor(ydoc, find(docOf(ydoc), 'municipalities'))
    ydoc.getXmlFragment(documentField).insert(0, [new Y.XmlElement('paragraph')])
    const text = textOfBlock(ydoc, 2)
    text.insert(0, 'Today ')
    text.insert(text.toString().indexOf('municipalities'), 'many ')
    text.insert(text.toString().indexOf('municipalities') + 'municipalities'.length, ' (all)')
    expect(wordsOf(ydoc, anchor)).toBe('municipalities')
  })

  test('it shrinks with its text and is orphaned when nothing is left', () => {
    const ydoc = ydocOf(sample)
    const anchor = encodeAnchor(ydoc, find(docOf(ydoc), 'municipalities'))
    const text = textOfBlock(ydoc, 1)
    text.delete('The '.length, 5)
    expect(wordsOf(ydoc, anchor)).toBe('ipalities')
    text.delete('The '.length, 'ipalities'.length)
    expect(decodeAnchor(ydoc, anchor)).toBeUndefined()
  })

  test('it is orphaned when its block is deleted, and stays so after the document was stored and loaded', () => {
    const ydoc = ydocOf(sample)
    const anchor = encodeAnchor(ydoc, find(docOf(ydoc), 'municipalities'))
    ydoc.getXmlFragment(documentField).delete(1, 1)
    expect(decodeAnchor(ydoc, anchor)).toBeUndefined()
    const loaded = new Y.Doc()
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(ydoc))
    expect(decodeAnchor(loaded, anchor)).toBeUndefined()
  })

  test('two people find the same passage', () => {
    const mine = ydocOf(sample)
    const anchor = encodeAnchor(mine, find(docOf(mine), 'Registry'))
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    expect(wordsOf(theirs, anchor)).toBe('Registry')
  })

  test.each(['', '.', 'a.b', 'not an anchor', 'AAAA.AAAA.AAAA', '####.####'])('%j is no anchor', (anchor) => {
    expect(decodeAnchor(ydocOf(sample), anchor)).toBeUndefined()
  })
})
