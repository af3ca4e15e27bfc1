import { useEffect, useState } from 'react'
import { hubNow, onClockCorrected } from './hub-clock.ts'

const minute = 60_000

/** The present moment by the server's clock, ISO 8601, anew every minute: for *5 minutes ago* and for what is late. */
export function useNow(): string {
  const [now, setNow] = useState(hubNow)
  useEffect(() => {
    const tell = (): void => setNow(hubNow())
    const timer = setInterval(tell, minute)
    const stop = onClockCorrected(tell)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [])
  return now
}
