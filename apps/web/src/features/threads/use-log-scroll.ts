import type { Message } from '@kolo/domain/threads/threads'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const nearly = 48
const aheadOfTop = 600

/** Keeps the reader's place in a log that grows at both ends. */
export function useLogScroll(options: {
  readonly messages: readonly Message[]
  readonly isReady: boolean
  readonly personId: string
  /** The number of the newest message that is saved: what isn't, nobody has read. */
  readonly saved: number
  /** The message with this number, and all before it, have been on the screen. */
  readonly onSeen: (number: number) => void
  /** The reader comes near the oldest message that is there. */
  readonly onTop: () => void
}): {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly isAtEnd: boolean
  readonly below: number
  toEnd(): void
} {
  const { messages, isReady, personId, saved } = options
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const [isAtEnd, setAtEnd] = useState(true)
  const [seen, setSeen] = useState(0)
  const stuck = useRef(true)

  const look = useCallback(() => {
    const log = ref.current
    if (!log) return
    const fromEnd = log.scrollHeight - log.scrollTop - log.clientHeight
    stuck.current = fromEnd < nearly
    setAtEnd(stuck.current)
    const number = stuck.current ? (latest.current.messages.at(-1)?.number ?? 0) : lastOnScreen(log)
    setSeen((before) => Math.max(before, number))
    if (number > 0) latest.current.onSeen(Math.min(number, latest.current.saved))
    if (log.scrollTop < aheadOfTop) latest.current.onTop()
  }, [])
  const toEnd = useCallback(() => {
    if (ref.current) ref.current.scrollTop = ref.current.scrollHeight
  }, [])

  useAnchor(ref, { messages, isReady, personId, stuck, toEnd })
  useEffect(() => {
    if (isReady) look()
  }, [isReady, messages, saved, look])
  useEffect(() => {
    const log = ref.current
    if (!log) return undefined
    // A growing composer, a phone's keyboard or an image must not push the end out of sight.
    const observer = new ResizeObserver(() => {
      if (stuck.current) toEnd()
      look()
    })
    observer.observe(log)
    if (log.firstElementChild) observer.observe(log.firstElementChild)
    log.addEventListener('scroll', look, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      observer.disconnect()
      log.removeEventListener('scroll', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isReady, look, toEnd])
  const last = messages.at(-1)?.number ?? 0
  return { ref, isAtEnd, below: Math.max(0, last - Math.max(seen, 0)), toEnd }
}

type Anchor = {
  readonly messages: readonly Message[]
  readonly isReady: boolean
  readonly personId: string
  readonly stuck: RefObject<boolean>
  readonly toEnd: () => void
}

/** On opening: the first new message, else the end. Older ones above move nothing; new ones are followed at the end. */
function useAnchor(ref: RefObject<HTMLDivElement | null>, { messages, isReady, personId, stuck, toEnd }: Anchor): void {
  const before = useRef<{ first: string | undefined; last: string | undefined; height: number }>(undefined)
  useLayoutEffect(() => {
    const log = ref.current
    if (!log || !isReady) return
    const [first, last] = [messages[0]?.id, messages.at(-1)]
    const was = before.current
    if (!was) {
      const firstNew = log.querySelector('[data-first-new]')
      toEnd()
      if (firstNew instanceof HTMLElement)
        log.scrollTop = Math.min(log.scrollTop, firstNew.offsetTop - log.clientHeight / 4)
    } else {
      if (was.first !== first && last?.id === was.last) log.scrollTop += log.scrollHeight - was.height
      if (last?.id !== was.last && (stuck.current || last?.authorId === personId)) toEnd()
    }
    before.current = { first, last: last?.id, height: log.scrollHeight }
  }, [ref, messages, isReady, personId, stuck, toEnd])
}

/** The number of the last message whose end is on the screen or above it. */
function lastOnScreen(log: HTMLElement): number {
  const marks = log.querySelectorAll<HTMLElement>('[data-number]')
  const { bottom } = log.getBoundingClientRect()
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.getBoundingClientRect().bottom <= bottom + 1) low = middle + 1
    else high = middle
  }
  return Number(marks[low - 1]?.dataset['number'] ?? 0)
}
