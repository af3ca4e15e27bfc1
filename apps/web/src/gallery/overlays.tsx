import {
  Button,
  CommandPalette,
  ConfirmDialog,
  Dialog,
  Drawer,
  IconButton,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  Panel,
  Popover,
  showToast,
  TextArea,
  TextField,
} from '@kolo/ui'
import { Copy, Ellipsis, FileText, Link2, Trash2, Users } from 'lucide-react'
import { useState } from 'react'

type Layer = 'dialog' | 'confirm' | 'drawer' | 'palette'
const groups = [
  {
    id: 'documents',
    title: 'Documents',
    commands: [
      { id: 'manual', label: 'Manual, chapter 4', description: 'Stage 2', icon: FileText },
      { id: 'people', label: 'People of Inđija', icon: Users, shortcut: 'G P' },
    ],
  },
]

/** What lies over the page. */
export function Overlays() {
  const [layer, setLayer] = useState<Layer | null>(null)
  const [typed, setTyped] = useState('')
  const openness = (name: Layer) => ({
    isOpen: layer === name,
    onOpenChange: (open: boolean) => setLayer(open ? name : null),
  })
  const close = () => setLayer(null)
  return (
    <Panel title="Overlays">
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setLayer('dialog')}>Dialog</Button>
        <Button onPress={() => setLayer('confirm')}>Confirm</Button>
        <Button onPress={() => setLayer('drawer')}>Drawer</Button>
        <Button onPress={() => setLayer('palette')}>Palette</Button>
        <Popover trigger={<Button>Popover</Button>} label="Details">
          <TextField label="Link" defaultValue="https://kolo.example" />
        </Popover>
        <ActionMenu />
        <Button
          onPress={() =>
            showToast({ text: 'Task archived', tone: 'success', action: { label: 'Undo', onAction: () => undefined } })
          }
        >
          Toast
        </Button>
        <Button
          onPress={() => showToast({ text: 'Not accepted', description: 'The stage is completed.', tone: 'danger' })}
        >
          Error toast
        </Button>
      </div>
      <Dialog
        {...openness('dialog')}
        title="New thread"
        description="All members of this space will see it."
        closeLabel="Close"
        footer={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button variant="primary" onPress={close}>
              Start
            </Button>
          </>
        }
      >
        <TextField label="Title" />
        <TextArea label="First message" />
      </Dialog>
      <ConfirmDialog
        {...openness('confirm')}
        title="Delete “Permits”?"
        tone="danger"
        confirmLabel="Delete document"
        cancelLabel="Keep it"
        onConfirm={close}
      >
        Its versions stay readable for administrators.
      </ConfirmDialog>
      <Drawer {...openness('drawer')} title="Task" closeLabel="Close" footer={<Button onPress={close}>Done</Button>}>
        <TextField label="Title" defaultValue="Набавити сервер" />
      </Drawer>
      <CommandPalette
        {...openness('palette')}
        label="Find and do"
        placeholder="Find or do something"
        typed={typed}
        onTyped={setTyped}
        groups={groups}
        onRun={(id) => showToast({ text: id })}
        emptyText="Nothing fits"
        footer="↑ ↓ to choose, Enter to open"
      />
    </Panel>
  )
}

function ActionMenu() {
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="More" variant="quiet" />} label="Actions">
      <MenuItem icon={Link2} shortcut="L">
        Copy link
      </MenuItem>
      <MenuItem icon={Copy} description="With its checklist">
        Duplicate
      </MenuItem>
      <MenuSection title="Sort by" selectionMode="single" selectedKeys={['due']}>
        <MenuItem id="due">Due date</MenuItem>
        <MenuItem id="name">Name</MenuItem>
      </MenuSection>
      <MenuSeparator />
      <MenuItem icon={Trash2} tone="danger">
        Delete
      </MenuItem>
    </Menu>
  )
}
