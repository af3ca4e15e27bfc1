import { uuidv7 } from './uuidv7.ts'

/** What a tab hears of another one; whoever listens knows its own messages. */
export type TabListener = (message: unknown, from: string) => void

/** The tabs that one person has open on one build of the hub; one of them leads: it alone connects and sends. */
export type Tabs = {
  readonly id: string
  leads(): boolean
  /** Calls once this tab leads: at once, or when the one that led is gone. */
  onLead(begin: () => void): void
  /** Tells the other tabs, in order. */
  tell(message: unknown): void
  on(listener: TabListener): void
  /** Calls when another tab is gone, however it went. */
  onGone(tab: string, gone: () => void): void
  close(): void
}

/** A page without others: tests, and browsers that know neither locks nor channels. */
export function soleTab(): Tabs {
  return {
    id: uuidv7(),
    leads: () => true,
    onLead: (begin) => begin(),
    tell: () => undefined,
    on: () => undefined,
    onGone: () => undefined,
    close: () => undefined,
  }
}

/** Whether the browser can tell its tabs apart. */
export const knowsTabs = (): boolean =>
  'BroadcastChannel' in globalThis && 'navigator' in globalThis && 'locks' in globalThis.navigator

/** The browser's tabs of that name. The leader holds a Web Lock, which the browser gives to the next when it dies. */
export function browserTabs(name: string): Tabs {
  const id = uuidv7()
  const channel = new BroadcastChannel(name)
  const listeners: TabListener[] = []
  const begins: (() => void)[] = []
  const leaving = new AbortController()
  let leading = false
  let release: (() => void)[] = []

  /** Holds a lock until the tab closes; `held` is called once it is ours. */
  const hold = (lock: string, held: () => void): void => {
    navigator.locks
      .request(lock, { signal: leaving.signal }, () => {
        held()
        return new Promise<void>((resolve) => release.push(resolve))
      })
      .catch(unlessLeaving)
  }
  const unlessLeaving = (error: unknown): void => {
    if (!leaving.signal.aborted) throw error
  }

  channel.onmessage = ({ data }: { readonly data: { readonly from: string; readonly message: unknown } }) => {
    for (const listener of listeners) listener(data.message, data.from)
  }
  hold(`${name}:tab:${id}`, () => undefined)
  hold(`${name}:lead`, () => {
    leading = true
    for (const begin of begins.splice(0)) begin()
  })

  return {
    id,
    leads: () => leading,
    onLead: (begin) => (leading ? begin() : void begins.push(begin)),
    tell: (message) => channel.postMessage({ from: id, message }),
    on: (listener) => void listeners.push(listener),
    onGone(tab, gone) {
      navigator.locks.request(`${name}:tab:${tab}`, { signal: leaving.signal }, gone).catch(unlessLeaving)
    },
    close() {
      leading = false
      listeners.length = 0
      leaving.abort()
      for (const free of release) free()
      release = []
      channel.close()
    },
  }
}
