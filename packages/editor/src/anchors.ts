import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { documentField, documentSchema } from './schema.ts'

/** A passage in ProseMirror positions. */
export type Passage = { readonly from: number; readonly to: number }

/** Elements are fragments too. */
type Shared = Y.XmlFragment | Y.XmlText

const maxQuote = 500

/**
 * Names a passage so that it is found again after edits elsewhere: two relative positions, base64url, joined by a dot.
 * The ends hold on to the first and the last character, so that what is typed beside the passage stays outside.
 */
export function encodeAnchor(ydoc: Y.Doc, passage: Passage): string {
  const fragment = ydoc.getXmlFragment(documentField)
  return [relativeAt(fragment, passage.from, 0), relativeAt(fragment, passage.to, -1)]
    .map((position) => toBase64Url(Y.encodeRelativePosition(position)))
    .join('.')
}

/** Where the passage stands now; undefined when it is gone (orphaned) or the anchor isn't one. */
export function decodeAnchor(ydoc: Y.Doc, anchor: string): Passage | undefined {
  const fragment = ydoc.getXmlFragment(documentField)
  const [from, to, ...rest] = anchor.split('.').map((part) => absoluteOf(ydoc, fragment, part))
  if (from === undefined || to === undefined || rest.length > 0 || from >= to) return undefined
  return { from, to }
}

/** The words of a passage, as a comment quotes them. */
export function quoteOf(doc: Node, passage: Passage): string {
  const text = doc.textBetween(passage.from, passage.to, ' ', ' ').trim()
  // Never half of a letter that takes two units.
  return text.length <= maxQuote ? text : `${text.slice(0, maxQuote - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

// Why not the binding's own conversions: they need its node mapping, which only a live editor has, and they refuse
// positions at the very beginning of the text.
function relativeAt(fragment: Y.XmlFragment, position: number, side: 0 | -1): Y.RelativePosition {
  const { type, index } = locate(fragment, position, side)
  return Y.createRelativePositionFromTypeIndex(type, index, side)
}

function locate(parent: Y.XmlFragment, position: number, side: 0 | -1): { type: Shared; index: number } {
  let offset = position
  const children = parent.toArray()
  for (const [index, child] of children.entries()) {
    const size = sizeOf(child)
    if (child instanceof Y.XmlText) {
      const last = index === children.length - 1
      if (offset < size || (offset === size && (side < 0 || last))) return { type: child, index: offset }
    } else {
      if (offset === 0) return { type: parent, index }
      if (offset < size && child instanceof Y.XmlElement) return locate(child, offset - 1, side)
    }
    offset -= size
  }
  return { type: parent, index: children.length }
}

function absoluteOf(ydoc: Y.Doc, fragment: Y.XmlFragment, part: string): number | undefined {
  const relative = fromBase64Url(part)
  const found = relative && Y.createAbsolutePositionFromRelativePosition(relative, ydoc)
  if (!found) return undefined
  if (!isShared(found.type)) return undefined
  let type: Shared = found.type
  let position = offsetIn(type, found.index)
  while (type !== fragment) {
    const item: Y.Item | null = type._item
    const parent = item?.parent
    if (!item || !isShared(parent)) return undefined
    // A deleted block holds nothing any more: its place is where its neighbours meet.
    if (item.deleted) position = 0
    else if (!(type instanceof Y.XmlText)) position += 1
    for (let left = item.left; left; left = left.left) {
      if (!left.deleted && left.content instanceof Y.ContentType) position += sizeOf(left.content.type)
    }
    type = parent
  }
  return position
}

const isShared = (value: unknown): value is Shared => value instanceof Y.XmlFragment || value instanceof Y.XmlText

function offsetIn(type: Shared, index: number): number {
  if (!(type instanceof Y.XmlFragment)) return index
  return type
    .toArray()
    .slice(0, index)
    .reduce((sum, child) => sum + sizeOf(child), 0)
}

/** The size that the binding's ProseMirror node has. */
function sizeOf(child: unknown): number {
  if (child instanceof Y.XmlText) return child.length
  if (!(child instanceof Y.XmlElement)) return 0
  if (documentSchema.nodes[child.nodeName]?.isLeaf) return 1
  return offsetIn(child, child.length) + 2
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function fromBase64Url(text: string): Y.RelativePosition | undefined {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Y.decodeRelativePosition(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  } catch {
    return undefined
  }
}
