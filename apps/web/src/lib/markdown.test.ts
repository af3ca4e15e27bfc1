import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Inline, parseMarkdown, safeAddress } from './markdown.ts'

const inline = (text: string): readonly Inline[] => {
  const [block] = parseMarkdown(text)
  return block?.kind === 'paragraph' ? block.children : []
}

describe('marked text', () => {
  it('reads bold, italic, code and line breaks', () => {
    expect(inline('a **b _c_** `d*e*`\nf')).toEqual([
      { kind: 'text', text: 'a ' },
      {
        kind: 'strong',
        children: [
          { kind: 'text', text: 'b ' },
          { kind: 'emphasis', children: [{ kind: 'text', text: 'c' }] },
        ],
      },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'd*e*' },
      { kind: 'break' },
      { kind: 'text', text: 'f' },
    ])
  })

  it('leaves marks inside words and lonely marks alone', () => {
    for (const text of ['snake_case_name', '2*3*4', '* a', 'a * b * c', '**', '`', '[a](b)'])
      expect(JSON.stringify(parseMarkdown(text))).not.toMatch(/emphasis|strong|"link"/)
  })

  it('reads lists, quotes and fenced code', () => {
    const blocks = parseMarkdown('- one\n- two\n\n3. three\n\n> said\n> - again\n\n```\n**x**\n```')
    expect(blocks.map(({ kind }) => kind)).toEqual(['list', 'list', 'quote', 'code'])
    expect(blocks[1]).toMatchObject({ first: 3 })
    expect(blocks[2]).toMatchObject({ blocks: [{ kind: 'paragraph' }, { kind: 'list' }] })
    expect(blocks[3]).toEqual({ kind: 'code', text: '**x**' })
  })

  it('links to the web and to mailboxes only', () => {
    expect(inline('see https://example.org/a_b_c.')[1]).toEqual({
      kind: 'link',
      href: 'https://example.org/a_b_c',
      text: 'https://example.org/a_b_c',
    })
    expect(inline('[mail](mailto:ana@example.org)')[0]).toMatchObject({ kind: 'link', href: 'mailto:ana@example.org' })
    for (const address of ['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', '//x.org'])
      expect(safeAddress(address)).toBeUndefined()
    expect(JSON.stringify(parseMarkdown('[x](javascript:alert(1)) <script>alert(1)</script>'))).not.toContain('"link"')
  })

  it('loses no word, whatever is written, and ends', () => {
    const letters = fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '>', '-', ' ', '\n', 'a', 'ж', 'https://x.org')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        const shown = parseMarkdown(text).map(wordsOf).join('')
        const words = (from: string) => from.replaceAll(/[^aж]/g, '')
        expect(words(shown)).toBe(words(text))
      }),
    )
    expect(parseMarkdown('**a '.repeat(2_500)).length).toBe(1)
  })
})

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'code':
      return block.text
    case 'quote':
      return block.blocks.map(wordsOf).join('')
    case 'list':
      return block.items.flat().map(wordsOfInline).join('')
    case 'paragraph':
      return block.children.map(wordsOfInline).join('')
  }
}

function wordsOfInline(node: Inline): string {
  if ('children' in node) return node.children.map(wordsOfInline).join('')
  return node.kind === 'break' ? '\n' : node.text
}
