import { Outlet, useLocation } from '@tanstack/react-router'
import { Menu as MenuIcon, X } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { Button as PlainButton, Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { ToastRegion } from '@kolo/ui'
import { useTexts } from '../lib/texts.tsx'
import { useForgetRefusedMarks } from '../lib/unsent.ts'
import { PaletteHost } from './palette-host.tsx'
import { ScreenSkeleton } from './screen-skeleton.tsx'
import { Sidebar } from './sidebar.tsx'
import { StatusLine } from './status-line.tsx'
import { useBringAhead } from './use-bring-ahead.ts'
import { useForgetClosed } from './use-forget-closed.ts'

/** The frame: sidebar at the side, or behind a button on a phone; the screen; how the connection stands. */
export function Shell() {
  const { t } = useTexts('shell', 'core')
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  useBringAhead()
  useForgetClosed()
  useForgetRefusedMarks()
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-2">
        {t('core:skipToContent')}
      </a>
      <aside className="hidden w-64 shrink-0 border-r border-line bg-sunken lg:block print:hidden">
        <Sidebar />
      </aside>
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-sunken px-2 lg:hidden print:hidden">
        <PlainButton
          aria-label={t('shell:openSidebar')}
          onPress={() => setOpen(true)}
          className="focus-ring flex size-10 items-center justify-center rounded"
        >
          <MenuIcon size={20} aria-hidden />
        </PlainButton>
        <span className="font-semibold text-action">{t('core:appName')}</span>
        <StatusLine isInHeader />
      </header>
      <ModalOverlay
        isOpen={open}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-40 bg-backdrop lg:hidden"
      >
        <Modal className="h-full w-72 max-w-[85vw] border-r border-line bg-sunken shadow-float">
          <Dialog aria-label={t('shell:mainNavigation')} className="relative h-full outline-none">
            <PlainButton
              aria-label={t('shell:closeSidebar')}
              onPress={() => setOpen(false)}
              className="focus-ring absolute top-2 right-2 flex size-10 items-center justify-center rounded"
            >
              <X size={20} aria-hidden />
            </PlainButton>
            <Sidebar />
          </Dialog>
        </Modal>
      </ModalOverlay>
      <main
        id="content"
        data-scroll-restoration-id="content"
        tabIndex={-1}
        className="relative min-h-0 min-w-0 flex-1 overflow-y-auto outline-none"
      >
        <Suspense fallback={<ScreenSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <PaletteHost />
      <ToastRegion label={t('shell:notifications')} closeLabel={t('core:close')} />
    </div>
  )
}
