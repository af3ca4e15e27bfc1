import { useEffect, useState } from 'react'

const minute = 60_000

/** The present moment, ISO 8601, anew every minute: for *5 minutes ago* and for what is late. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), minute)
    return () => clearInterval(timer)
  }, [])
  return now
}
