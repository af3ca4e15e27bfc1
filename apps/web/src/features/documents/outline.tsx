import { Button } from '@kolo/ui'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTexts } from '../../lib/texts.tsx'

type Heading = { readonly level: number; readonly text: string; readonly position: number }
const indents = ['pl-2', 'pl-6', 'pl-10'] as const

/** The headings of the text; pressing one goes there. */
export function Outline({ editor, onGoTo }: { editor: Editor; onGoTo: (position: number) => void }) {
  const { t } = useTexts('documents')
  const headings = useEditorState({ editor, selector: ({ editor: current }) => headingsOf(current) })
  if (headings.length === 0) return <p className="text-muted">{t('documents:emptyOutline')}</p>
  return (
    <nav aria-label={t('documents:outline')}>
      <ol className="flex flex-col">
        {headings.map(({ level, text, position }) => (
          <li key={position} className={indents[level - 1]}>
            <Button
              variant="plain"
              size="sm"
              className="w-full justify-start text-left"
              onPress={() => onGoTo(position + 1)}
            >
              {text}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function headingsOf(editor: Editor): Heading[] {
  const headings: Heading[] = []
  editor.state.doc.descendants((node, position) => {
    const level: unknown = node.attrs['level']
    if (node.type.name === 'heading' && typeof level === 'number' && node.textContent.trim() !== '') {
      headings.push({ level, text: node.textContent, position })
    }
    return !node.isTextblock
  })
  return headings
}
