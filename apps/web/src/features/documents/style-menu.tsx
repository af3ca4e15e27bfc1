import { Button, Menu, MenuItem } from '@kolo/ui'
import { type Editor, useEditorState } from '@tiptap/react'
import { ChevronDown } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'

const levels = [1, 2, 3] as const

/** What the block at the caret is: running text, a heading, a quotation, code; and the rarer marks. */
export function StyleMenu({ editor }: { editor: Editor }) {
  const { t } = useTexts('documents')
  const at = useEditorState({ editor, selector: ({ editor: current }) => styleAt(current) })
  const chain = () => editor.chain().focus()
  const names: Readonly<Record<string, string>> = {
    paragraph: t('documents:paragraph'),
    quote: t('documents:quote'),
    code: t('documents:codeBlock'),
  }
  const name = names[at] ?? t('documents:headingLevel', { level: at })
  return (
    <Menu
      label={t('documents:paragraphStyle')}
      placement="bottom start"
      trigger={
        <Button
          variant="plain"
          icon={ChevronDown}
          className="shrink-0"
          aria-label={`${t('documents:paragraphStyle')}: ${name}`}
        >
          {name}
        </Button>
      }
    >
      <MenuItem onAction={() => chain().setParagraph().run()}>{t('documents:paragraph')}</MenuItem>
      {levels.map((level) => (
        <MenuItem key={level} shortcut={`Ctrl Alt ${level}`} onAction={() => chain().setHeading({ level }).run()}>
          {t('documents:headingLevel', { level })}
        </MenuItem>
      ))}
      <MenuItem onAction={() => chain().toggleBlockquote().run()}>{t('documents:quote')}</MenuItem>
      <MenuItem onAction={() => chain().toggleCodeBlock().run()}>{t('documents:codeBlock')}</MenuItem>
      <MenuItem shortcut="Ctrl U" onAction={() => chain().toggleUnderline().run()}>
        {t('documents:underline')}
      </MenuItem>
      <MenuItem onAction={() => chain().toggleStrike().run()}>{t('documents:strike')}</MenuItem>
      <MenuItem onAction={() => chain().toggleCode().run()}>{t('documents:code')}</MenuItem>
    </Menu>
  )
}

/** `paragraph`, `quote`, `code`, or the level of the heading. */
function styleAt(editor: Editor): string {
  if (editor.isActive('codeBlock')) return 'code'
  const level = levels.find((candidate) => editor.isActive('heading', { level: candidate }))
  if (level !== undefined) return String(level)
  return editor.isActive('blockquote') ? 'quote' : 'paragraph'
}
