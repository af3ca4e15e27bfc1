import * as Y from 'yjs'
import { documentField, fromJson } from '../src/index.ts'

const text = (value: string, ...marks: object[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks } : {}),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })

/** A document with one of everything that matters to positions and conversions. */
export const sample = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [text('Research design note')] },
    paragraph(text('The municipalities of '), text('Serbia', { type: 'bold' }), text(' and beyond.')),
    paragraph(text('First line'), { type: 'hardBreak' }, text('second line')),
    { type: 'horizontalRule' },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(text('Inđija'))] },
        { type: 'listItem', content: [paragraph(text('Гори'))] },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [paragraph(text('System'))] },
            { type: 'tableHeader', content: [paragraph(text('Year'))] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [paragraph(text('Registry'))] },
            {
              type: 'tableCell',
              content: [paragraph(text('2007', { type: 'link', attrs: { href: 'https://example.org/' } }))],
            },
          ],
        },
      ],
    },
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('Ask the mayors'))] }],
    },
    { type: 'codeBlock', content: [text('select 1')] },
    { type: 'blockquote', content: [paragraph(text('Quoted words'))] },
  ],
}

/** A Yjs document that holds the given text. */
export function ydocOf(json: unknown): Y.Doc {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, fromJson(json))
  return ydoc
}

/** The first text inside the block at `index`. */
export function textOfBlock(ydoc: Y.Doc, index: number): Y.XmlText {
  const block = ydoc.getXmlFragment(documentField).get(index)
  const inner = block instanceof Y.XmlElement ? block.get(0) : undefined
  if (!(inner instanceof Y.XmlText)) throw new Error('There is no text in this block.')
  return inner
}
