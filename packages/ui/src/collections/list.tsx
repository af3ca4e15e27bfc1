import type { ReactNode } from 'react'
import type {
  GridListItemProps as AriaGridListItemProps,
  GridListProps as AriaGridListProps,
} from 'react-aria-components/GridList'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { classNames } from '../class-names.ts'
import { Checkbox } from '../fields/checkbox.tsx'

export type ListProps<Item extends object> = Omit<AriaGridListProps<Item>, 'className' | 'style' | 'aria-label'> & {
  /** What is listed; read aloud. */
  readonly label: string
  /** Instead of rows when there are none. */
  readonly empty?: ReactNode
  readonly className?: string | undefined
}

/** Rows to walk through with arrow keys, open with Enter, and act on with the buttons in them. */
export function List<Item extends object>({ label, empty, className, ...props }: ListProps<Item>) {
  return (
    <GridList
      {...props}
      // Rows are remembered by their items: what else they say (the language, the time) may be another by now.
      dependencies={[props.children]}
      aria-label={label}
      renderEmptyState={() => empty}
      className={classNames('flex min-w-0 flex-col outline-none', className)}
    />
  )
}

export type ListRowProps = Omit<AriaGridListItemProps, 'children' | 'className' | 'style' | 'textValue'> & {
  /** What is typed to reach the row, and read aloud. */
  readonly textValue: string
  /** Before the text: avatar, icon, mark. */
  readonly leading?: ReactNode
  readonly title: ReactNode
  /** A second, muted line. */
  readonly description?: ReactNode
  /** At the end: date, badge, buttons. */
  readonly trailing?: ReactNode
  /** Weighs more, with a dot before it. */
  readonly isUnread?: boolean
  readonly className?: string | undefined
}

/** One row of a `List`; with `href` or `onAction` it opens, with a box before it where several can be chosen. */
export function ListRow(props: ListRowProps) {
  const { leading, title, description, trailing, isUnread = false, className, ...rest } = props
  return (
    <GridListItem
      {...rest}
      className={classNames(
        'focus-ring-inset relative flex min-h-10 items-center gap-3 border-b px-4 py-2 text-text no-underline last:border-b-0',
        'data-hovered:bg-hover data-selected:bg-selected data-href:cursor-pointer',
        (rest.onAction || rest.href) && 'cursor-pointer',
        className,
      )}
    >
      {({ selectionMode }) => (
        <>
          {isUnread && <span aria-hidden className="absolute left-1.5 size-1.5 rounded-full bg-action" />}
          {selectionMode === 'multiple' && <Checkbox slot="selection" />}
          {leading && <span className="flex shrink-0 items-center">{leading}</span>}
          <span className="flex min-w-0 flex-1 flex-col">
            <span className={classNames('line-clamp-2', isUnread && 'font-semibold')}>{title}</span>
            {description && (
              <span className={classNames('text-sm text-muted', typeof description === 'string' && 'line-clamp-2')}>
                {description}
              </span>
            )}
          </span>
          {trailing && <span className="flex shrink-0 items-center gap-2 text-sm text-muted">{trailing}</span>}
        </>
      )}
    </GridListItem>
  )
}
