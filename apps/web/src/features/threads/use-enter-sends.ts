import { useState } from 'react'

const key = 'kolo-enter-sends'

/** Whether Enter sends: as chosen in this browser; by itself with a real keyboard, not on a phone's. */
export function useEnterSends(): readonly [boolean, (sends: boolean) => void] {
  const [sends, setSends] = useState(() => {
    const chosen = localStorage.getItem(key)
    return chosen === null ? window.matchMedia('(pointer: fine)').matches : chosen === 'yes'
  })
  const choose = (chosen: boolean): void => {
    localStorage.setItem(key, chosen ? 'yes' : 'no')
    setSends(chosen)
  }
  return [sends, choose]
}
