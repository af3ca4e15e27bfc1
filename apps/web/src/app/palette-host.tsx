import { lazy, Suspense, useEffect, useState } from 'react'
import { onPaletteAsked, openPalette } from './palette-state.ts'

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))

/** Ctrl/⌘ K anywhere; the palette's code comes with its first use. */
export function PaletteHost() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        openPalette()
      }
    }
    window.addEventListener('keydown', onKey)
    const stop = onPaletteAsked(() => setOpen(true))
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
    }
  }, [])
  if (!open) return null
  return (
    <Suspense fallback={null}>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  )
}
