import { listenerSet } from './listener-set.ts'
import type { PersonMessage, TabMessage } from './tab-messages.ts'
import { uuidv7 } from './uuidv7.ts'

/** The tabs that one person has open; of those of one build one leads: it alone connects and sends. */
export type Tabs = {
  readonly id: string
  leads(): boolean
  /** Calls once this tab leads: at once, or when the one that led is gone. */
  onLead(begin: () => void): void
  /** Tells the other tabs of this build, in order. */
  tell(message: TabMessage): void
  /** Tells the tabs of every build. */
  tellEveryBuild(message: PersonMessage): void
  on(listener: (message: TabMessage, from: string) => void): void
  /** Calls when another tab is gone, however it went. */
  onGone(tab: string, gone: () => void): void
  /** Calls each time when another tab is gone, of whichever build. */
  onAnyGone(gone: () => void): void
  close(): void
}

/** A page without others: tests, and browsers that know neither locks nor channels. */
export function soleTab(): Tabs {
  return {
    id: uuidv7(),
    leads: () => true,
    onLead: (begin) => begin(),
    tell: () => undefined,
    tellEveryBuild: () => undefined,
    on: () => undefined,
    onGone: () => undefined,
    onAnyGone: () => undefined,
    close: () => undefined,
  }
}

/** Whether the browser can tell its tabs apart. */
export const knowsTabs = (): boolean =>
  'BroadcastChannel' in globalThis && 'navigator' in globalThis && 'locks' in globalThis.navigator

/** What tabs of every build say to each other: that they are there, or something that concerns the person. */
type Greeting = { readonly from: string; readonly message: PersonMessage | { readonly person: 'here' } }
type Heard<Data> = { readonly data: Data }

/** The browser's tabs of that name. The leader holds a Web Lock, which the browser gives to the next when it dies. */
export function browserTabs(name: string, build = ''): Tabs {
  const id = uuidv7()
  const sameBuild = new BroadcastChannel(`${name} ${build}`)
  const everyBuild = new BroadcastChannel(name)
  const listeners = listenerSet<[message: TabMessage, from: string]>()
  const anyGone = listenerSet()
  const begins: (() => void)[] = []
  const others = new Set<string>()
  const leaving = new AbortController()
  const locks = tabLocks(leaving.signal)
  let leading = false

  const greet = (): void => {
    if (!leaving.signal.aborted) everyBuild.postMessage({ from: id, message: { person: 'here' } } satisfies Greeting)
  }
  const onGone = (tab: string, gone: () => void): void => locks.once(`${name}:tab:${tab}`, gone)
  const meet = (tab: string): void => {
    if (others.has(tab)) return
    others.add(tab)
    onGone(tab, () => {
      others.delete(tab)
      anyGone.tell()
    })
    greet()
  }
  sameBuild.onmessage = ({ data }: Heard<{ readonly from: string; readonly message: TabMessage }>) =>
    listeners.tell(data.message, data.from)
  everyBuild.onmessage = ({ data: { from, message } }: Heard<Greeting>) =>
    message.person === 'here' ? meet(from) : listeners.tell(message, from)
  locks.hold(`${name}:tab:${id}`, greet)
  locks.hold(`${name} ${build}:lead`, () => {
    leading = true
    for (const begin of begins.splice(0)) begin()
  })

  return {
    id,
    leads: () => leading,
    onLead: (begin) => (leading ? begin() : void begins.push(begin)),
    // What was under way when the tab closed tells nobody any more.
    tell: (message) => void (leaving.signal.aborted || sameBuild.postMessage({ from: id, message })),
    tellEveryBuild: (message) => void (leaving.signal.aborted || everyBuild.postMessage({ from: id, message })),
    on: (listener) => void listeners.add(listener),
    onGone,
    onAnyGone: (gone) => void anyGone.add(gone),
    close() {
      leading = false
      sameBuild.onmessage = () => undefined
      everyBuild.onmessage = () => undefined
      leaving.abort()
      locks.free()
      sameBuild.close()
      everyBuild.close()
    },
  }
}

/** Web Locks of one tab, until it leaves. */
function tabLocks(leaving: AbortSignal) {
  const held: (() => void)[] = []
  const request = (lock: string, work: () => void | Promise<void>): void => {
    navigator.locks.request(lock, { signal: leaving }, work).catch((error: unknown) => {
      if (!leaving.aborted) throw error
    })
  }
  return {
    /** Holds a lock until the tab closes; `ours` is called once it is. */
    hold: (lock: string, ours: () => void): void =>
      request(lock, () => {
        ours()
        return new Promise<void>((resolve) => held.push(resolve))
      }),
    /** Calls once nobody else holds it any more. */
    once: request,
    free: (): void => held.splice(0).forEach((free) => free()),
  }
}
