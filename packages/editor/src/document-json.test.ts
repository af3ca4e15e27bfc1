import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { sample, ydocOf } from '../test/sample.ts'
import {
  canonicalJson,
  documentField,
  extractText,
  fromJson,
  InvalidDocument,
  parseDocument,
  sha256,
  toJson,
} from './index.ts'

describe('conversions', () => {
  test('a document makes the round trip through Yjs', () => {
    expect(toJson(ydocOf(sample))).toEqual(parseDocument(sample))
  })

  test('an empty document is one empty paragraph', () => {
    expect(toJson(new Y.Doc())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  test('reading never changes the Yjs document, even where it holds unknown nodes', () => {
    const ydoc = ydocOf(sample)
    ydoc.getXmlFragment(documentField).insert(1, [new Y.XmlElement('hologram')])
    const before = Y.encodeStateAsUpdate(ydoc)
    expect(toJson(ydoc)).toEqual(parseDocument(sample))
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before)
  })

  test('a raw update with a script as address keeps the words and loses the link', () => {
    const ydoc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.insert(0, 'Click here', { link: { href: 'javascript:alert(1)' } })
    paragraph.insert(0, [text])
    ydoc.getXmlFragment(documentField).insert(0, [paragraph])
    expect(toJson(ydoc)).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Click here' }] }],
    })
  })

  test('plain text comes per block', () => {
    expect(extractText(parseDocument(sample))).toEqual([
      'Research design note',
      'The municipalities of Serbia and beyond.',
      'First line\nsecond line',
      'Inđija',
      'Гори',
      'System',
      'Year',
      'Registry',
      '2007',
      'Ask the mayors',
      'select 1',
      'Quoted words',
    ])
  })
})

describe('validation', () => {
  const link = (href: unknown) => ({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] },
    ],
  })

  test.each([
    ['nothing', null],
    ['a string', 'doc'],
    ['a node that isn’t the top', { type: 'paragraph' }],
    ['an unknown node', { type: 'doc', content: [{ type: 'iframe' }] }],
    ['a list without items', { type: 'doc', content: [{ type: 'bulletList' }] }],
    ['a script', link('javascript:alert(1)')],
    ['data', link('data:text/html,x')],
    ['another host without protocol', link('//example.org')],
    ['no address', link(7)],
  ])('%s is refused', (_what, value) => {
    expect(() => parseDocument(value)).toThrow(InvalidDocument)
    expect(() => fromJson(value)).toThrow(InvalidDocument)
  })

  test.each(['https://example.org/a?b=c', 'http://example.org', 'mailto:a@example.org', '/documents/1'])(
    '%s is a good link',
    (href) => {
      expect(() => parseDocument(link(href))).not.toThrow()
    },
  )
})

describe('the hash of a version', () => {
  test('is the same whatever the order of keys, and whoever typed the text', async () => {
    const one = canonicalJson(toJson(ydocOf(sample)))
    const other = canonicalJson(toJson(ydocOf(sample)))
    expect(await sha256(one)).toBe(await sha256(other))
    expect(canonicalJson({ b: 1, a: 'č' })).toBe('{"a":"č","b":1}')
  })

  test('is SHA-256 in hexadecimal', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
