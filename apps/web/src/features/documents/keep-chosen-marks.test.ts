import { documentExtensions } from '@kolo/editor'
import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import { keepChosenMarks } from './keep-chosen-marks.ts'

const schema = getSchema(documentExtensions())
const bold = schema.marks['bold']!.create()

/** A text with the cursor at its end, and bold chosen for what comes next. */
function boldChosen(): EditorState {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, schema.text('Two words'))])
  const state = EditorState.create({ doc, plugins: [keepChosenMarks()] })
  const atEnd = state.tr.setSelection(TextSelection.atEnd(state.doc))
  return state.apply(atEnd).apply(state.apply(atEnd).tr.setStoredMarks([bold]))
}
const somebodyElses = { isChangeOrigin: true }

describe('marks that are chosen for the next letter', () => {
  it('stay chosen when somebody else writes in between', () => {
    const state = boldChosen()
    const after = state.apply(state.tr.insertText('Or three: ', 1).setMeta(ySyncPluginKey, somebodyElses))
    expect(after.storedMarks).toEqual([bold])
    expect(after.apply(after.tr.insertText('!')).doc.lastChild?.lastChild?.marks).toEqual([bold])
  })

  it('are used up by one’s own letter, and given up where one goes elsewhere', () => {
    const state = boldChosen()
    expect(state.apply(state.tr.insertText('!')).storedMarks).toBeNull()
    expect(state.apply(state.tr.setSelection(TextSelection.atStart(state.doc))).storedMarks).toBeNull()
  })

  it('may also be none: bold that was switched off isn’t on again', () => {
    const off = boldChosen()
    const state = off.apply(off.tr.setStoredMarks([]))
    const after = state.apply(state.tr.insertText('Or three: ', 1).setMeta(ySyncPluginKey, somebodyElses))
    expect(after.storedMarks).toEqual([])
  })
})
