import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state'

const isCursor = ({ selection }: EditorState): boolean => selection instanceof TextSelection && selection.empty

/** What was chosen for the next letter (bold, say) stays chosen when somebody else's change arrives before it is typed. */
export const keepChosenMarks = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, before, after) {
      const isLost = before.storedMarks !== null && after.storedMarks === null
      if (!isLost || !isCursor(after) || !transactions.every(isChangeOrigin)) return null
      return after.tr.setStoredMarks(before.storedMarks)
    },
  })

/** The same for an editor. */
export const KeepChosenMarks = Extension.create({
  name: 'keepChosenMarks',
  addProseMirrorPlugins: () => [keepChosenMarks()],
})
