import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { getElementFromPointWithoutHoneypot } from '@atlaskit/pragmatic-drag-and-drop/get-element-from-point-without-honey-pot'
import { useEffect, useRef } from 'react'

/** Marks in the page: cards have `data-task`, columns `data-column`, what scrolls in them `data-scroll`. */
type Target = {
  readonly columnId: string
  readonly afterTaskId: string | null
  readonly line: DOMRect
  readonly y: number
}
type Point = { readonly clientX: number; readonly clientY: number }
type Drop = (taskId: string, columnId: string, afterTaskId: string | null) => void

const edge = 56
const fastest = 14

/**
 * Lets cards be dragged within the board. One drop target and one line for all: nothing is rendered while a pointer moves,
 * and a card is prepared when a pointer comes near it, so that a thousand of them cost nothing.
 */
export function useBoardDrag(root: HTMLElement | null, isEnabled: boolean, onDrop: Drop): void {
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  }, [onDrop])
  useEffect(() => {
    if (!root || !isEnabled) return undefined
    const line = lineIn(root)
    const scroll = edgeScroll(root)
    const cards = preparedCards()
    const look = ({ location, source }: ElementDropTargetEventBasePayload): Target | undefined => {
      const { input } = location.current
      scroll.at(input)
      const target = targetAt(input, source.element)
      line.show(target)
      return target
    }
    const stop = (): void => {
      line.show(undefined)
      scroll.stop()
    }
    const removeTarget = dropTargetForElements({
      element: root,
      onDrag: look,
      onDragLeave: stop,
      onDrop(event) {
        const target = look(event)
        stop()
        const taskId = event.source.element.dataset['task']
        if (target && taskId) drop.current(taskId, target.columnId, target.afterTaskId)
      },
    })
    const prepare = (event: PointerEvent): void => cards.prepare(event.target)
    root.addEventListener('pointerover', prepare)
    return () => {
      root.removeEventListener('pointerover', prepare)
      removeTarget()
      cards.release()
      scroll.stop()
      line.remove()
    }
  }, [root, isEnabled])
}

const mostPrepared = 300

function preparedCards() {
  const known = new Map<HTMLElement, () => void>()
  const forget = (isOver: (card: HTMLElement) => boolean): void => {
    for (const [card, release] of known) {
      if (!isOver(card)) continue
      release()
      known.delete(card)
    }
  }
  return {
    prepare(under: EventTarget | null) {
      const card = under instanceof Element ? under.closest<HTMLElement>('[data-task]') : null
      if (!card || known.has(card)) return
      if (known.size > mostPrepared) forget(({ isConnected }) => !isConnected)
      known.set(
        card,
        draggable({
          element: card,
          onDragStart: () => card.setAttribute('data-dragged', ''),
          onDrop: () => card.removeAttribute('data-dragged'),
        }),
      )
    },
    release: () => forget(() => true),
  }
}

/** Where something would land: between the cards above and below the pointer. */
function targetAt({ clientX, clientY }: Point, dragged: Element): Target | undefined {
  const under = getElementFromPointWithoutHoneypot({ x: clientX, y: clientY })
  const column = under?.closest<HTMLElement>('[data-column]')
  const columnId = column?.dataset['column']
  if (!column || columnId === undefined) return undefined
  const over = under?.closest<HTMLElement>('[data-task]')
  if (over) {
    const line = over.getBoundingClientRect()
    const isBefore = clientY < line.top + line.height / 2
    const above = isBefore ? over.previousElementSibling : over
    return { columnId, afterTaskId: taskAbove(above, dragged), line, y: isBefore ? line.top : line.bottom }
  }
  const list = column.querySelector('[data-scroll]') ?? column
  const last = [...list.querySelectorAll('[data-task]')].at(-1)
  const line = (last ?? list).getBoundingClientRect()
  if (last && clientY > line.top) return { columnId, afterTaskId: taskAbove(last, dragged), line, y: line.bottom }
  const first = list.querySelector('[data-task]')?.getBoundingClientRect() ?? line
  return { columnId, afterTaskId: null, line: first, y: first.top }
}

/** The card itself doesn't count: it is about to leave its place. */
function taskAbove(card: Element | null, dragged: Element): string | null {
  const above = card === dragged ? card.previousElementSibling : card
  return above instanceof HTMLElement ? (above.dataset['task'] ?? null) : null
}

function lineIn(root: HTMLElement) {
  const element = document.createElement('div')
  element.style.cssText =
    'position:fixed;z-index:30;height:3px;border-radius:2px;background:var(--color-action);pointer-events:none'
  element.hidden = true
  root.append(element)
  return {
    show(target: Target | undefined) {
      element.hidden = !target
      if (!target) return
      element.style.left = `${target.line.left}px`
      element.style.width = `${target.line.width}px`
      element.style.top = `${target.y - 1.5}px`
    },
    remove: () => element.remove(),
  }
}

/** Scrolls the board sideways and the column under the pointer up and down, while something is held near an edge. */
function edgeScroll(root: HTMLElement) {
  let point: Point | undefined
  let frame = 0
  const tick = (): void => {
    if (!point) return
    const { clientX: x, clientY: y } = point
    const sideways = root.getBoundingClientRect()
    root.scrollLeft += pull(x, sideways.left, sideways.right)
    const list = document.elementFromPoint(x, y)?.closest('[data-column]')?.querySelector('[data-scroll]')
    const box = list?.getBoundingClientRect()
    if (list && box) list.scrollTop += pull(y, box.top, box.bottom)
    frame = requestAnimationFrame(tick)
  }
  return {
    at(next: Point) {
      const isIdle = point === undefined
      point = next
      if (isIdle) frame = requestAnimationFrame(tick)
    },
    stop() {
      point = undefined
      cancelAnimationFrame(frame)
    },
  }
}

/** Pixels for one frame: the nearer to the edge, the more. */
function pull(at: number, from: number, to: number): number {
  if (at < from + edge) return -Math.min(1, (from + edge - at) / edge) * fastest
  if (at > to - edge) return Math.min(1, (at - to + edge) / edge) * fastest
  return 0
}
