import { IconButton, Menu, MenuItem, MenuSeparator } from '@kolo/ui'
import type { Editor } from '@tiptap/react'
import { Table } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'

/** What can be done with the table at the caret. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useTexts('documents')
  const chain = () => editor.chain().focus()
  return (
    <Menu
      label={t('documents:table')}
      placement="bottom start"
      trigger={<IconButton icon={Table} label={t('documents:table')} className="bg-selected" />}
    >
      <MenuItem onAction={() => chain().addRowAfter().run()}>{t('documents:addRow')}</MenuItem>
      <MenuItem onAction={() => chain().addColumnAfter().run()}>{t('documents:addTableColumn')}</MenuItem>
      <MenuSeparator />
      <MenuItem onAction={() => chain().deleteRow().run()}>{t('documents:deleteRow')}</MenuItem>
      <MenuItem onAction={() => chain().deleteColumn().run()}>{t('documents:deleteTableColumn')}</MenuItem>
      <MenuItem tone="danger" onAction={() => chain().deleteTable().run()}>
        {t('documents:deleteTable')}
      </MenuItem>
    </Menu>
  )
}
