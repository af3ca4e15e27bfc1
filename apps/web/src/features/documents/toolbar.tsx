import { IconButton } from '@kolo/ui'
import { type Editor, useEditorState } from '@tiptap/react'
import {
  Bold,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  MessageSquarePlus,
  PanelRight,
  Redo2,
  Undo2,
} from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { Separator } from 'react-aria-components/Separator'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import { useTexts } from '../../lib/texts.tsx'
import { InsertMenu } from './insert-menu.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { StyleMenu } from './style-menu.tsx'
import { TableMenu } from './table-menu.tsx'

/** Formatting, in one row that arrow keys walk through; on a phone it scrolls sideways. Readers have the comment button. */
export function Toolbar(props: {
  readonly editor: Editor
  readonly editable: boolean
  readonly onComment: () => void
  readonly onPanel: () => void
}) {
  const { editor, editable, onComment, onPanel } = props
  const { t } = useTexts('documents')
  return (
    <div className="document-toolbar sticky top-[var(--space-header,86px)] z-10 border-b border-line bg-canvas px-2 lg:top-[var(--space-header,78px)] lg:px-4">
      <AriaToolbar aria-label={t('documents:toolbar')} className="flex items-center gap-0.5 py-1">
        {editable && (
          <div className="flex min-w-0 items-center gap-0.5 overflow-x-auto p-0.5">
            <Formatting editor={editor} />
          </div>
        )}
        <IconButton icon={MessageSquarePlus} label={t('documents:addComment')} onPress={onComment} />
        <IconButton
          icon={PanelRight}
          label={t('documents:sidePanel')}
          onPress={onPanel}
          className="ml-auto lg:hidden"
        />
      </AriaToolbar>
    </div>
  )
}

function Formatting({ editor }: { editor: Editor }) {
  const { t } = useTexts('documents')
  const [linking, setLinking] = useState(false)
  const on = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      bulletList: current.isActive('bulletList'),
      orderedList: current.isActive('orderedList'),
      taskList: current.isActive('taskList'),
      link: current.isActive('link'),
      table: current.isActive('table'),
      undo: current.can().undo(),
      redo: current.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  return (
    <>
      <IconButton
        icon={Undo2}
        label={t('documents:undo')}
        shortcut="Ctrl Z"
        isDisabled={!on.undo}
        onPress={() => chain().undo().run()}
      />
      <IconButton
        icon={Redo2}
        label={t('documents:redo')}
        shortcut="Ctrl Y"
        isDisabled={!on.redo}
        onPress={() => chain().redo().run()}
      />
      <Divider />
      <StyleMenu editor={editor} />
      <Toggle
        icon={Bold}
        label={t('documents:bold')}
        shortcut="Ctrl B"
        isOn={on.bold}
        onPress={() => chain().toggleBold().run()}
      />
      <Toggle
        icon={Italic}
        label={t('documents:italic')}
        shortcut="Ctrl I"
        isOn={on.italic}
        onPress={() => chain().toggleItalic().run()}
      />
      <Toggle icon={Link2} label={t('documents:link')} isOn={on.link} onPress={() => setLinking(true)} />
      <Divider />
      <Toggle
        icon={List}
        label={t('documents:bulletList')}
        isOn={on.bulletList}
        onPress={() => chain().toggleBulletList().run()}
      />
      <Toggle
        icon={ListOrdered}
        label={t('documents:numberedList')}
        isOn={on.orderedList}
        onPress={() => chain().toggleOrderedList().run()}
      />
      <Toggle
        icon={ListChecks}
        label={t('documents:taskList')}
        isOn={on.taskList}
        onPress={() => chain().toggleTaskList().run()}
      />
      {on.table ? <TableMenu editor={editor} /> : <InsertMenu editor={editor} />}
      <Divider />
      <LinkDialog editor={editor} isOpen={linking} onOpenChange={setLinking} />
    </>
  )
}

function Toggle({ isOn, ...props }: Omit<ComponentProps<typeof IconButton>, 'className'> & { readonly isOn: boolean }) {
  return <IconButton {...props} aria-pressed={isOn} className={isOn ? 'bg-selected' : undefined} />
}

const Divider = () => <Separator orientation="vertical" className="mx-1 h-5 w-px shrink-0 bg-line" />
