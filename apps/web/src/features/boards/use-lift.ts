import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { columnName } from './boards.data.ts'
import { afterTaskId, type Lane, type Place, placeOf, type Step, stepped, withTaskAt } from './lanes.ts'

type Lifted = { readonly taskId: string; readonly title: string; readonly place: Place }

const arrows: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'top',
  End: 'bottom',
}

type Options = {
  readonly board: HTMLElement | null
  readonly lanes: readonly Lane[]
  readonly mayMove: boolean
  readonly onMove: (taskId: string, columnId: string, afterTaskId: string | null) => void
  /** M, or the key for menus. */
  readonly onMenu: (taskId: string, card: HTMLElement) => void
}

/** Moving by keyboard: arrows walk from card to card; with Space a card is taken along, and everything is said aloud. */
export function useLift({ board, lanes, mayMove, onMove, onMenu }: Options) {
  const { t } = useTexts('boards')
  const [lifted, setLifted] = useState<Lifted>()
  const [said, setSaid] = useState('')
  const focused = useFocusThatFollows(board)
  const shown = useMemo(() => (lifted ? withTaskAt(lanes, lifted.taskId, lifted.place) : lanes), [lanes, lifted])

  const say = useCallback(
    (key: 'boards:moved' | 'boards:grabbedAt', title: string, place: Place, all: readonly Lane[]) => {
      const lane = all.find(({ column }) => column.id === place.columnId)
      if (!lane) return
      const column = columnName(t, lane.column)
      setSaid(t(key, { title, column, position: place.index + 1, total: lane.tasks.length }))
    },
    [t],
  )
  /** Moves at once, from a menu. */
  const move = useCallback(
    (taskId: string, place: Place) => {
      const task = lanes.flatMap(({ tasks }) => tasks).find(({ id }) => id === taskId)
      if (!task) return
      onMove(taskId, place.columnId, afterTaskId(lanes, taskId, place))
      say('boards:moved', task.title, place, withTaskAt(lanes, taskId, place))
      focused.on(taskId)
    },
    [lanes, onMove, say, focused],
  )
  const drop = (): void => {
    if (!lifted) return
    move(lifted.taskId, lifted.place)
    setLifted(undefined)
  }
  const cancel = useCallback(() => {
    if (!lifted) return
    setLifted(undefined)
    setSaid(t('boards:moveCancelled', { title: lifted.title }))
    focused.on(lifted.taskId)
  }, [lifted, t, focused])
  useEffect(() => {
    if (!lifted) return undefined
    document.addEventListener('pointerdown', cancel)
    return () => document.removeEventListener('pointerdown', cancel)
  }, [lifted, cancel])

  const carry = (step: Step, { taskId, title, place }: Lifted): void => {
    const next = stepped(lanes, taskId, place, step)
    if (!next) return
    setLifted({ taskId, title, place: next })
    say('boards:grabbedAt', title, next, withTaskAt(lanes, taskId, next))
    focused.on(taskId)
  }
  const lift = (taskId: string): void => {
    const place = placeOf(lanes, taskId)
    const title = lanes.flatMap(({ tasks }) => tasks).find(({ id }) => id === taskId)?.title
    if (!mayMove || !place || title === undefined) return
    setLifted({ taskId, title, place })
    setSaid(t('boards:grabbed', { title }))
  }
  const walk = (step: Step, taskId: string): void => {
    const from = placeOf(lanes, taskId)
    if (from) focused.on(neighbour(lanes, from, step))
  }
  /** Says whether the key meant something. */
  const press = (key: string, taskId: string, card: HTMLElement): boolean => {
    const step = arrows[key]
    if (step && lifted) carry(step, lifted)
    else if (step) walk(step, taskId)
    else if (lifted && (key === ' ' || key === 'Enter')) drop()
    else if (lifted && key === 'Escape') cancel()
    else if (key === ' ') lift(taskId)
    else if (!lifted && mayMove && (key === 'm' || key === 'ContextMenu')) onMenu(taskId, card)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const card = event.target instanceof HTMLElement ? event.target : undefined
    const taskId = card?.dataset['card']
    if (!card || taskId === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (!press(event.key, taskId, card)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return { lanes: shown, liftedId: lifted?.taskId, said, onKeyDown, move, focusOn: focused.on }
}

/** The card a step further: in the next column that has any, at about the same height. */
function neighbour(lanes: readonly Lane[], { columnId, index }: Place, step: Step): string | undefined {
  const at = lanes.findIndex(({ column }) => column.id === columnId)
  const tasks = lanes[at]?.tasks ?? []
  switch (step) {
    case 'up':
      return tasks[index - 1]?.id
    case 'down':
      return tasks[index + 1]?.id
    case 'top':
      return tasks[0]?.id
    case 'bottom':
      return tasks.at(-1)?.id
    case 'left':
    case 'right': {
      const others = step === 'left' ? lanes.slice(0, at).toReversed() : lanes.slice(at + 1)
      const lane = others.find((other) => other.tasks.length > 0)
      return lane?.tasks[Math.min(index, lane.tasks.length - 1)]?.id
    }
  }
}

/** Keeps the focus on a card that is drawn anew elsewhere. */
function useFocusThatFollows(board: HTMLElement | null) {
  const [wanted, setWanted] = useState<{ readonly id: string }>()
  const done = useRef<{ readonly id: string }>(undefined)
  useLayoutEffect(() => {
    if (!wanted || done.current === wanted) return
    const card = board?.querySelector<HTMLElement>(`[data-card="${wanted.id}"]`)
    if (!card) return
    done.current = wanted
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const on = useCallback((id: string | undefined) => id !== undefined && setWanted({ id }), [])
  return useMemo(() => ({ on, id: wanted?.id }), [on, wanted])
}
