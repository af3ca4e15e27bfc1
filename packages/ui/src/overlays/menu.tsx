import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Placement } from 'react-aria-components/Popover'
import type { MenuItemProps as AriaMenuItemProps, MenuProps as AriaMenuProps } from 'react-aria-components/Menu'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu'
import { classNames } from '../class-names.ts'
import { optionFocus, optionLook } from '../collections/option-look.ts'
import type { Icon } from '../icon.ts'
import { floatingLook } from './floating-look.ts'

export type MenuProps = Pick<
  AriaMenuProps<object>,
  'onAction' | 'selectionMode' | 'selectedKeys' | 'onSelectionChange' | 'disabledKeys'
> & {
  /** The button that opens it: `Button` or `IconButton`. */
  readonly trigger: ReactNode
  /** Names the list. */
  readonly label: string
  readonly placement?: Placement
  /** `MenuItem`, `MenuSection`, `MenuSeparator`. */
  readonly children: ReactNode
}

/** What can be done with a thing, behind a button. */
export function Menu({ trigger, label, placement = 'bottom end', children, ...props }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={classNames(floatingLook, 'min-w-48')}>
        <AriaMenu {...props} aria-label={label} className="max-h-96 overflow-auto p-1 outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export type MenuItemProps = Omit<AriaMenuItemProps, 'children' | 'className' | 'style' | 'textValue'> & {
  readonly children: string
  readonly description?: string | undefined
  readonly icon?: Icon | undefined
  /** A key that does the same. */
  readonly shortcut?: string | undefined
  readonly tone?: 'neutral' | 'danger'
}

/** One thing to do, or to choose when the menu selects. */
export function MenuItem({
  children,
  description,
  icon: Drawing,
  shortcut,
  tone = 'neutral',
  ...props
}: MenuItemProps) {
  return (
    <AriaMenuItem
      {...props}
      textValue={children}
      className={classNames(
        optionLook,
        'cursor-pointer no-underline',
        tone === 'danger' ? 'text-danger data-focused:bg-danger-soft' : optionFocus,
      )}
    >
      {({ selectionMode, isSelected }) => (
        <>
          {Drawing && (
            <Drawing size={16} aria-hidden className={classNames('shrink-0', tone === 'neutral' && 'text-muted')} />
          )}
          <span className="flex min-w-0 flex-1 flex-col">
            <span>{children}</span>
            {description && <span className="text-sm text-muted">{description}</span>}
          </span>
          {shortcut && <kbd className="font-sans text-xs text-muted">{shortcut}</kbd>}
          {selectionMode !== 'none' && (
            <Check size={16} aria-hidden className={classNames('shrink-0 text-action', !isSelected && 'invisible')} />
          )}
        </>
      )}
    </AriaMenuItem>
  )
}

export type MenuSectionProps = Pick<AriaMenuProps<object>, 'selectionMode' | 'selectedKeys' | 'onSelectionChange'> & {
  readonly title: string
  readonly children: ReactNode
}

/** Items under a title. */
export function MenuSection({ title, children, ...props }: MenuSectionProps) {
  return (
    <AriaMenuSection {...props}>
      <Header className="px-2 pt-2 pb-1 text-xs font-medium text-muted">{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

/** A hairline between items that have little to do with each other. */
export function MenuSeparator() {
  return <Separator className="-mx-1 my-1 border-t" />
}
