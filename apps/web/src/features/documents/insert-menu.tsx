import { IconButton, Menu, MenuItem } from '@kolo/ui'
import type { Editor } from '@tiptap/react'
import { Minus, Plus, Table } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'

/** What can be put in at the caret. */
export function InsertMenu({ editor }: { editor: Editor }) {
  const { t } = useTexts('documents')
  const insertTable = () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
  return (
    <Menu
      label={t('documents:insert')}
      placement="bottom start"
      trigger={<IconButton icon={Plus} label={t('documents:insert')} />}
    >
      <MenuItem icon={Table} onAction={insertTable}>
        {t('documents:insertTable')}
      </MenuItem>
      <MenuItem icon={Minus} onAction={() => editor.chain().focus().setHorizontalRule().run()}>
        {t('documents:rule')}
      </MenuItem>
    </Menu>
  )
}
