import { documentExtensions, documentField } from '@kolo/editor'
import { showToast } from '@kolo/ui'
import { Collaboration } from '@tiptap/extension-collaboration'
import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useMemo } from 'react'
import { carets, showMovingNames } from './carets.ts'
import { CommentMarks } from './comment-marks.ts'
import { KeepChosenMarks } from './keep-chosen-marks.ts'
import type { OpenDocument } from './open-document.ts'

// Well below what the server takes in one update.
const largestPaste = 500_000

/** The editor over an open document, with the comments that it draws. */
export function useDocumentEditor(
  open: OpenDocument,
  options: { readonly editable: boolean; readonly label: string; readonly pasteTooLarge: string },
): { readonly editor: Editor; readonly marks: CommentMarks } {
  const { editable, label, pasteTooLarge } = options
  const marks = useMemo(() => new CommentMarks(open.ydoc), [open])
  const editor = useEditor(
    {
      extensions: [
        ...documentExtensions(),
        Collaboration.configure({ document: open.ydoc, field: documentField }),
        KeepChosenMarks,
        carets(open),
        marks.extension,
      ],
      editable,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          class: 'document-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          tabindex: '0',
        },
        handlePaste: (_view, event) => {
          const size = event.clipboardData?.getData('text/html').length ?? 0
          const tooLarge = Math.max(size, event.clipboardData?.getData('text/plain').length ?? 0) > largestPaste
          if (tooLarge) showToast({ text: pasteTooLarge, tone: 'danger' })
          return tooLarge
        },
      },
    },
    [open, marks],
  )
  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable])
  useEffect(() => showMovingNames(open, editor.view.dom), [open, editor])
  return { editor, marks }
}
