import { decodeAnchor, type Passage } from '@kolo/editor'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'

/** A thread that hangs on a passage. */
export type Comment = { readonly threadId: string; readonly anchor: string }

/** Where the comments stand now; one that has no place is orphaned. */
export type Places = ReadonlyMap<string, Passage>

type Shown = { readonly places: Places; readonly active: string | undefined; readonly decorations: DecorationSet }
const key = new PluginKey<Shown>('comments')

/** The comments drawn in the text, as decorations: commenting changes nothing of the text itself. */
export class CommentMarks {
  #comments: readonly Comment[] = []
  #active: string | undefined
  #places: Places = new Map()
  #view: EditorView | undefined
  #asked = false
  readonly #ydoc: Y.Doc
  readonly #listeners = new Set<() => void>()
  readonly #pressed = new Set<(threadId: string) => void>()

  constructor(ydoc: Y.Doc) {
    this.#ydoc = ydoc
  }

  readonly places = (): Places => this.#places
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Told when somebody presses a commented passage. */
  listenForPress(listener: (threadId: string) => void): () => void {
    this.#pressed.add(listener)
    return () => this.#pressed.delete(listener)
  }

  /** What is to be drawn, and which of them is looked at. */
  show(comments: readonly Comment[], active: string | undefined): void {
    this.#comments = comments
    this.#active = active
    this.#askForDrawing()
  }

  readonly extension = Extension.create({
    name: 'commentMarks',
    addProseMirrorPlugins: () => [this.#plugin()],
  })

  #plugin(): Plugin<Shown> {
    return new Plugin<Shown>({
      key,
      state: {
        init: () => ({ places: new Map(), active: undefined, decorations: DecorationSet.empty }),
        apply: (transaction, shown) => {
          const fresh = transaction.getMeta(key) as Shown | undefined
          if (fresh) return fresh
          return transaction.docChanged
            ? { ...shown, decorations: shown.decorations.map(transaction.mapping, transaction.doc) }
            : shown
        },
      },
      props: {
        decorations: (state) => key.getState(state)?.decorations,
        handleClick: (_view, _position, event) => {
          const mark = event.target instanceof Element ? event.target.closest('[data-thread]') : null
          const threadId = mark?.getAttribute('data-thread')
          if (threadId) for (const listener of this.#pressed) listener(threadId)
          return false
        },
      },
      view: (view) => {
        this.#view = view
        const changed = (): void => this.#askForDrawing()
        this.#ydoc.on('update', changed)
        this.#askForDrawing()
        return {
          destroy: () => {
            this.#ydoc.off('update', changed)
            this.#view = undefined
          },
        }
      },
    })
  }

  // Text and Yjs agree only after the binding has carried a change over: wait for the next frame.
  #askForDrawing(): void {
    if (this.#asked) return
    this.#asked = true
    requestAnimationFrame(() => {
      this.#asked = false
      this.#draw()
    })
  }

  #draw(): void {
    const view = this.#view
    if (!view || view.isDestroyed) return
    const size = view.state.doc.content.size
    const places = new Map<string, Passage>()
    for (const { threadId, anchor } of this.#comments) {
      const passage = decodeAnchor(this.#ydoc, anchor)
      if (passage && passage.to <= size) places.set(threadId, passage)
    }
    const before = key.getState(view.state)
    if (before?.active === this.#active && samePlaces(before?.places, places)) return
    this.#places = places
    const shown: Shown = { places, active: this.#active, decorations: drawn(view.state.doc, places, this.#active) }
    view.dispatch(view.state.tr.setMeta(key, shown).setMeta('addToHistory', false))
    for (const listener of this.#listeners) listener()
  }
}

function drawn(doc: Node, places: Places, active: string | undefined): DecorationSet {
  const decorations = [...places].map(([threadId, { from, to }]) =>
    Decoration.inline(from, to, {
      nodeName: 'mark',
      class: threadId === active ? 'document-comment document-comment-active' : 'document-comment',
      'data-thread': threadId,
    }),
  )
  return DecorationSet.create(doc, decorations)
}

function samePlaces(one: Places | undefined, other: Places): boolean {
  if (!one || one.size !== other.size) return false
  return [...other].every(([threadId, { from, to }]) => {
    const place = one.get(threadId)
    return place?.from === from && place.to === to
  })
}
