import { Search } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Menu } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { Spinner } from '../actions/spinner.tsx'
import { classNames } from '../class-names.ts'
import type { Icon } from '../icon.ts'
import { MenuItem, MenuSection } from './menu.tsx'
import type { Openness } from './modal-frame.tsx'

/** Something that can be found or done. */
export type PaletteCommand = {
  readonly id: string
  readonly label: string
  readonly description?: string | undefined
  readonly icon?: Icon | undefined
  readonly shortcut?: string | undefined
}

/** Commands under a title; empty groups aren't shown. */
export type PaletteGroup = {
  readonly id: string
  readonly title: string
  readonly commands: readonly PaletteCommand[]
}

export type CommandPaletteProps = Openness & {
  /** Names the dialog and its field. */
  readonly label: string
  readonly placeholder: string
  readonly typed: string
  readonly onTyped: (typed: string) => void
  /** What fits the typed text, best first: the caller searches. */
  readonly groups: readonly PaletteGroup[]
  /** Runs a command; the palette closes before. */
  readonly onRun: (commandId: string) => void
  readonly emptyText: string
  /** Names a search that is still under way. */
  readonly pendingLabel?: string | undefined
  readonly isPending?: boolean | undefined
  /** Below the list: hints about keys. */
  readonly footer?: ReactNode
}

/** Finds and does everything from the keyboard: type, arrows, Enter; Escape leaves. */
export function CommandPalette(props: CommandPaletteProps) {
  const { isOpen, onOpenChange, label, footer } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-backdrop p-2 data-entering:animate-fade data-exiting:animate-fade-out sm:pt-[12vh]"
    >
      <Modal className="flex max-h-[70dvh] w-full max-w-xl min-w-0 rounded border bg-raised shadow-float">
        <Dialog aria-label={label} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <PaletteBody {...props} />
          {footer && <footer className="border-t px-3 py-2 text-xs text-muted">{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

// The first stands out while nothing else does: it is what Enter runs.
const firstLook = '[&:not(:has([data-focused]))>section:first-of-type>[role=menuitem]:first-of-type]:bg-hover'

function PaletteBody(props: CommandPaletteProps) {
  const { label, placeholder, typed, onTyped, groups, onRun, onOpenChange, emptyText, isPending, pendingLabel } = props
  const run = (key: unknown) => {
    onOpenChange(false)
    onRun(String(key))
  }
  // Until an arrow is pressed, Enter means the first; React Aria marks it only when the list has changed.
  const runFirst = (event: KeyboardEvent) => {
    const isChosen = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant')
    const first = groups.flatMap(({ commands }) => commands)[0]
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isChosen || !first) return
    event.preventDefault()
    event.stopPropagation()
    run(first.id)
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={onTyped}>
      <div onKeyDownCapture={runFirst} className="flex items-center gap-2 border-b px-3">
        <Search size={16} aria-hidden className="shrink-0 text-muted" />
        {/* Opening the palette is asking for this field. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextField aria-label={label} autoFocus className="flex min-w-0 flex-1">
          <Input placeholder={placeholder} className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none" />
        </TextField>
        {isPending && pendingLabel && <Spinner label={pendingLabel} className="flex text-muted" />}
      </div>
      <Menu
        aria-label={label}
        onAction={run}
        renderEmptyState={() => <p className="px-2 py-6 text-center text-muted">{emptyText}</p>}
        className={classNames('min-h-0 flex-1 overflow-y-auto p-1 outline-none', firstLook)}
      >
        {groups
          .filter(({ commands }) => commands.length > 0)
          .map(({ id, title, commands }) => (
            <MenuSection key={id} title={title}>
              {commands.map((command) => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  icon={command.icon}
                  description={command.description}
                  shortcut={command.shortcut}
                >
                  {command.label}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
      </Menu>
    </Autocomplete>
  )
}
