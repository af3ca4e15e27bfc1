import { lazy, Suspense, useState } from 'react'
import { personButton, PersonName } from './person-name.tsx'

const load = () => import('./person-menu-open.tsx')
const OpenPersonMenu = lazy(() => load().then((module) => ({ default: module.OpenPersonMenu })))

/** The person's own menu, behind a button; most pages are left without it. */
export function PersonMenu() {
  const [isWanted, setWanted] = useState(false)
  // On the way to the button its menu is on the way, too; what fails is tried again with the press.
  const bring = (): void => void load().catch(() => undefined)
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={isWanted}
      className={personButton}
      onPointerEnter={bring}
      onFocus={bring}
      onClick={() => setWanted(true)}
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
