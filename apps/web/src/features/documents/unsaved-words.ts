import { documentField } from '@kolo/editor'
import * as Y from 'yjs'

/** Up to here this page has written. */
export const writtenHere = (ydoc: Y.Doc): number => Y.getState(ydoc.store, ydoc.clientID)

/** What this page has written after that and still stands in the text: a line for each paragraph, in the text's order. */
export function wordsAfter(ydoc: Y.Doc, since: number): string {
  const lines: string[] = []
  const collect = (parent: Y.XmlFragment): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlElement) collect(child)
      else if (child instanceof Y.XmlText) lines.push(ownWords(child, ydoc.clientID, since))
    }
  }
  collect(ydoc.getXmlFragment(documentField))
  return lines.filter((line) => line !== '').join('\n')
}

function ownWords(text: Y.XmlText, client: number, since: number): string {
  let words = ''
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || item.id.client !== client || !(item.content instanceof Y.ContentString)) continue
    words += item.content.str.slice(Math.max(0, since - item.id.clock))
  }
  return words
}
