import { useState } from 'react'

/** The day on which the screen was opened, `YYYY-MM-DD` in UTC, in which due dates are counted. */
export function useToday(): string {
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  return today
}
