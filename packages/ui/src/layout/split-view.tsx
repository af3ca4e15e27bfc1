import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../actions/icon-button.tsx'
import { Drawer } from '../overlays/drawer.tsx'
import { useMediaQuery } from './media-query.ts'

export type SplitViewProps = {
  /** The page. */
  readonly children: ReactNode
  /** What stands beside it. */
  readonly panel: ReactNode
  /** Heads and names the panel. */
  readonly panelTitle: string
  readonly isPanelOpen: boolean
  readonly onPanelOpenChange: (isOpen: boolean) => void
  readonly closeLabel: string
}

const wideEnough = '(min-width: 64rem)'

/** A page with details at its side; where there is no room, they lie over it. */
export function SplitView(props: SplitViewProps) {
  const { children, panel, panelTitle, isPanelOpen, onPanelOpenChange, closeLabel } = props
  const isWide = useMediaQuery(wideEnough)
  if (!isWide)
    return (
      <div className="flex h-full min-h-0 flex-col overflow-y-auto">
        {children}
        <Drawer title={panelTitle} closeLabel={closeLabel} isOpen={isPanelOpen} onOpenChange={onPanelOpenChange}>
          {panel}
        </Drawer>
      </div>
    )
  return (
    <div className="flex h-full min-h-0 min-w-0">
      <div className="min-w-0 flex-1 overflow-y-auto">{children}</div>
      {isPanelOpen && (
        <aside aria-label={panelTitle} className="flex w-88 shrink-0 flex-col border-l bg-surface">
          <header className="flex min-h-11 items-center justify-between gap-2 border-b py-1 pr-2 pl-4">
            <h2 className="font-semibold">{panelTitle}</h2>
            <IconButton icon={X} size="sm" label={closeLabel} onPress={() => onPanelOpenChange(false)} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{panel}</div>
        </aside>
      )}
    </div>
  )
}
