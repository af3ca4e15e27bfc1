/** A run of marked text. Links lead to http, https and mailto only. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }

/** A block of marked text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly (readonly Inline[])[] }

type Found = { readonly node: Inline; readonly end: number }

const deepest = 4
const bullet = /^ {0,3}[-*•]\s+(.*)$/
const ordinal = /^ {0,3}(\d{1,4})[.)]\s+(.*)$/
const quoted = /^ {0,3}> ?(.*)$/
const fence = /^ {0,3}```/

/** Reads the small part of Markdown that people write in messages; everything else stays the text that it is. */
export function parseMarkdown(text: string): readonly Block[] {
  return blocksOf(text.replaceAll('\r\n', '\n').split('\n'), 0)
}

function blocksOf(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = []
  let at = 0
  /** Takes the lines from here on that match, as what they captured. */
  const take = (pattern: RegExp): string[] => {
    const taken: string[] = []
    for (let match = pattern.exec(lines[at] ?? ''); match && at < lines.length; match = pattern.exec(lines[at] ?? '')) {
      taken.push(match.at(-1) ?? '')
      at += 1
    }
    return taken
  }
  while (at < lines.length) {
    const line = lines[at]!
    const number = ordinal.exec(line)
    if (line.trim() === '') at += 1
    else if (fence.test(line)) {
      const end = lines.findIndex((other, index) => index > at && fence.test(other))
      const stop = end === -1 ? lines.length : end
      blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') })
      at = stop + 1
    } else if (quoted.test(line) && depth < deepest) {
      blocks.push({ kind: 'quote', blocks: blocksOf(take(quoted), depth + 1) })
    } else if (bullet.test(line)) {
      blocks.push({ kind: 'list', first: null, items: take(bullet).map((item) => inlineOf(item, 0)) })
    } else if (number) {
      blocks.push({ kind: 'list', first: Number(number[1]), items: take(ordinal).map((item) => inlineOf(item, 0)) })
    } else {
      const start = at
      at += 1
      while (at < lines.length && !startsBlock(lines[at]!)) at += 1
      blocks.push({ kind: 'paragraph', children: inlineOf(lines.slice(start, at).join('\n'), 0) })
    }
  }
  return blocks
}

const startsBlock = (line: string): boolean =>
  line.trim() === '' || [fence, quoted, bullet, ordinal].some((pattern) => pattern.test(line))

function inlineOf(text: string, depth: number): Inline[] {
  const nodes: Inline[] = []
  let plainFrom = 0
  let at = 0
  const flush = (): void => {
    if (plainFrom < at) nodes.push({ kind: 'text', text: text.slice(plainFrom, at) })
  }
  while (at < text.length) {
    const found = nodeAt(text, at, depth)
    if (found) {
      flush()
      nodes.push(found.node)
      at = found.end
      plainFrom = at
    } else at += 1
  }
  flush()
  return nodes
}

function nodeAt(text: string, at: number, depth: number): Found | undefined {
  switch (text[at]) {
    case '\n':
      return { node: { kind: 'break' }, end: at + 1 }
    case '`':
      return codeAt(text, at)
    case '[':
      return namedLinkAt(text, at)
    case 'h':
    case 'm':
      return bareLinkAt(text, at)
    case '*':
    case '_':
      return depth < deepest ? emphasisAt(text, at, depth) : undefined
    default:
      return undefined
  }
}

function codeAt(text: string, at: number): Found | undefined {
  const end = text.indexOf('`', at + 1)
  if (end <= at + 1 || text.slice(at, end).includes('\n')) return undefined
  return { node: { kind: 'code', text: text.slice(at + 1, end) }, end: end + 1 }
}

const namedLink = /\[([^\]\n]{1,300})\]\(([^\s()<>]{1,2000})\)/y

function namedLinkAt(text: string, at: number): Found | undefined {
  namedLink.lastIndex = at
  const match = namedLink.exec(text)
  const href = match && safeAddress(match[2]!)
  return match && href ? { node: { kind: 'link', href, text: match[1]! }, end: namedLink.lastIndex } : undefined
}

const bareLink = /(?:https?:\/\/|mailto:)[^\s<>]{1,2000}/y

function bareLinkAt(text: string, at: number): Found | undefined {
  if (isWordLetter(text[at - 1])) return undefined
  bareLink.lastIndex = at
  const match = bareLink.exec(text)
  if (!match) return undefined
  // The end of a sentence isn't part of the address; a bracket is, where it was opened inside.
  let address = match[0].replace(/[.,;:!?'"“”„»*_]+$/, '')
  if (address.endsWith(')') && !address.includes('(')) address = address.slice(0, -1)
  const href = safeAddress(address)
  return href ? { node: { kind: 'link', href, text: address }, end: at + address.length } : undefined
}

/** The address where it leads to the web or to a mailbox; undefined for everything else (`javascript:`, `data:` …). */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined
}

const isWordLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
const isSpace = (letter: string | undefined): boolean => letter === undefined || /\s/.test(letter)
const mostTries = 20

function emphasisAt(text: string, at: number, depth: number): Found | undefined {
  const sign = text[at]!
  const mark = text[at + 1] === sign ? sign + sign : sign
  // An asterisk or underscore inside a word (snake_case, 2*3) marks nothing.
  if (isWordLetter(text[at - 1]) || isSpace(text[at + mark.length])) return undefined
  let from = at + mark.length
  for (let tries = 0; tries < mostTries; tries += 1) {
    const end = text.indexOf(mark, from)
    if (end === -1) return undefined
    const after = text[end + mark.length]
    if (
      end > at + mark.length &&
      !isSpace(text[end - 1]) &&
      !isWordLetter(after) &&
      (mark.length === 2 || after !== sign)
    ) {
      const children = inlineOf(text.slice(at + mark.length, end), depth + 1)
      return { node: { kind: mark.length === 2 ? 'strong' : 'emphasis', children }, end: end + mark.length }
    }
    from = mark.length === 1 && after === sign ? end + 2 : end + mark.length
  }
  return undefined
}
