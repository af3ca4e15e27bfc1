import { Fragment, type Mark, Node } from '@tiptap/pm/model'
import { prosemirrorToYDoc, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { isSafeHref } from './links.ts'
import { documentField, documentSchema } from './schema.ts'

/** A node of a document as JSON (ProseMirror's form). */
export type NodeJson = {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
  readonly text?: string
}

/** A whole document as JSON. */
export type DocumentJson = NodeJson & { readonly type: 'doc' }

/** The value is no document of this schema. */
export class InvalidDocument extends Error {
  constructor(cause: unknown) {
    super('This is not a document.', { cause })
    this.name = 'InvalidDocument'
  }
}

/** Checks that a value from outside is a document of this schema; throws InvalidDocument. */
export function parseDocument(value: unknown): DocumentJson {
  return jsonOf(nodeOf(value))
}

/** The present text of a Yjs document. What the schema doesn't know is left out; `ydoc` itself stays untouched. */
export function toJson(ydoc: Y.Doc): DocumentJson {
  // The binding deletes unknown nodes from what it reads: let it read a copy.
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
  const root = yXmlFragmentToProseMirrorRootNode(copy.getXmlFragment(documentField), documentSchema)
  copy.destroy()
  const empty = documentSchema.topNodeType.createAndFill()
  return jsonOf(root.childCount === 0 && empty ? empty : withSafeLinks(root))
}

/** The Yjs update that writes a document into an empty one. Only for the beginning: applied twice, the text stands twice. */
export function fromJson(json: unknown): Uint8Array {
  const ydoc = prosemirrorToYDoc(nodeOf(json), documentField)
  const update = Y.encodeStateAsUpdate(ydoc)
  ydoc.destroy()
  return update
}

/** The plain text of every block that holds text (paragraph, heading, code), in reading order, empty ones left out. */
export function extractText(json: DocumentJson): string[] {
  const blocks: string[] = []
  nodeOf(json).descendants((node) => {
    if (!node.isTextblock) return true
    const text = node
      .textBetween(0, node.content.size, '', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''))
      .trim()
    if (text !== '') blocks.push(text)
    return false
  })
  return blocks
}

function nodeOf(value: unknown): Node {
  try {
    const node = Node.fromJSON(documentSchema, value)
    if (node.type !== documentSchema.topNodeType) throw new RangeError(`The top is ${node.type.name}.`)
    node.check()
    node.descendants(({ marks }) => {
      if (!marks.every(isSafeMark)) throw new RangeError('This link is not allowed.')
    })
    return node
  } catch (error) {
    throw new InvalidDocument(error)
  }
}

function jsonOf(node: Node): DocumentJson {
  const json: unknown = node.toJSON()
  return json as DocumentJson
}

const isSafeMark = (mark: Mark): boolean => mark.type.name !== 'link' || isSafeHref(mark.attrs['href'])

/** A raw update can carry any address; the words stay, the link goes. */
function withSafeLinks(node: Node): Node {
  const marked = node.marks.every(isSafeMark) ? node : node.mark(node.marks.filter(isSafeMark))
  if (marked.childCount === 0) return marked
  return marked.copy(Fragment.fromArray(marked.children.map(withSafeLinks)))
}
