import { showToast } from '@kolo/ui'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../lib/texts.tsx'
import { personButton, PersonName } from './person-name.tsx'

const load = () => import('./person-menu-open.tsx')
const OpenPersonMenu = lazy(() => load().then((module) => ({ default: module.OpenPersonMenu })))

/** The person's own menu, behind a button; most pages are left without it. */
export function PersonMenu() {
  const [isWanted, setWanted] = useState(false)
  const { t } = useTexts('core')
  // On the way to the button its menu is on the way, too; what fails is tried again with the press.
  const bring = (): void => void load().catch(() => undefined)
  // Without a network it may not be here; the page stays as it is.
  const open = (): void =>
    void load().then(
      () => setWanted(true),
      () => showToast({ text: t('core:offline'), tone: 'danger' }),
    )
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={isWanted}
      className={personButton}
      onPointerEnter={bring}
      onFocus={bring}
      onClick={open}
    >
      <PersonName />
    </button>
  )
  return isWanted ? (
    <Suspense fallback={button}>
      <OpenPersonMenu />
    </Suspense>
  ) : (
    button
  )
}
