import { type Extensions, getSchema } from '@tiptap/core'
import { Link } from '@tiptap/extension-link'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeHref } from './links.ts'
import { type Attributed, spanOf } from './spans.ts'

/**
 * Raised whenever a node, mark or attribute is added or changes its meaning. A client with another number may read but
 * not write: its schema would delete what it doesn't know, for everybody.
 */
export const schemaVersion = 1

/** The name of the Yjs fragment that holds the text. */
export const documentField = 'default'

/** What a document may consist of, for the editor and for `documentSchema` alike. Undo belongs to Yjs. */
export function documentExtensions(): Extensions {
  return [
    StarterKit.configure({ undoRedo: false, trailingNode: false, link: false, heading: { levels: [1, 2, 3] } }),
    // Typed, pasted and shown links are checked here; those in JSON or in a raw update in document-json.ts.
    Link.configure({
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: (href) => isSafeHref(href),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
    TaskList,
    TaskItem.configure({ nested: true }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ addAttributes: boundedSpans }),
    TableCell.extend({ addAttributes: boundedSpans }),
  ]
}

/** The attributes of a cell, with no more columns and rows than an update may bring. */
function boundedSpans(this: { parent?: (() => Record<string, object>) | undefined }): Record<string, object> {
  const own = this.parent?.() ?? {}
  return {
    ...own,
    colspan: { ...own['colspan'], parseHTML: (cell: Attributed) => spanOf(cell, 'colspan') },
    rowspan: { ...own['rowspan'], parseHTML: (cell: Attributed) => spanOf(cell, 'rowspan') },
  }
}

/** The same as a ProseMirror schema, for those who have no editor. */
export const documentSchema: Schema = getSchema(documentExtensions())
