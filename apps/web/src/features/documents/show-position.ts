import type { Editor } from '@tiptap/core'

/** Brings a place of the text into sight and puts the caret there. */
export function showPosition(editor: Editor, position: number): void {
  const inside = Math.min(position, editor.state.doc.content.size)
  editor.commands.setTextSelection(inside)
  const { node } = editor.view.domAtPos(inside)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  editor.view.focus()
}
