import { answerWithin, type Beacon, type Fetcher, type Wire } from '@kolo/sync'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import type { Happening } from './history.ts'
import type { Frame, Server, ServerSocket } from './server.ts'

/** A browser's hostile network: the transport of one life of its page. */
export type Link = {
  readonly fetcher: Fetcher
  readonly wire: Wire
  /** Cuts the socket, and says so; `withHttp` takes requests along until it is back. */
  cut(withHttp: boolean): void
  /** Nothing arrives any more, and nobody is told until the peer is found dead. */
  halfOpen(): void
  /** From now on nothing is lost, and everything is quick. */
  heal(): void
  /** The page is gone: what is still under way reaches the server, and nobody hears of it. */
  end(): void
}

type Handlers = Parameters<Wire['on']>[0]
type Connection = { readonly socket: ServerSocket; half: boolean }

const odds = { requestLost: 0.08, answerLost: 0.08, frameLost: 0.08, frameTwice: 0.08, frameLate: 0.15 }
const deadAfter = 35_000

/** Connects one life of a browser with the server. */
export function openLink(of: {
  readonly server: Server
  readonly clock: Clock
  readonly chance: Chance
  readonly history: Happening[]
  readonly who: { readonly browser: string; readonly life: number; readonly personId: string }
}): Link {
  const { server, clock, chance, history, who } = of
  const { personId, browser, life } = who
  let handlers: Handlers | undefined
  let connection: Connection | undefined
  let calm = false
  let httpUntil = 0
  let ended = false
  let requests = 0
  const unless = (fault: number): boolean => chance.happens(fault) && !calm
  const delay = (): number => (calm ? 10 : chance.pick([10, 20, 20, 40, 90, 300]))

  const request = <Output>(work: () => Promise<Output>): Promise<Output> => {
    const away = clock.now() < httpUntil && !calm
    const [lostBefore, lostAfter] = [unless(odds.requestLost) || away, unless(odds.answerLost)]
    const [there, back, given] = [delay(), delay(), 500 + chance.below(3_000)]
    return new Promise((resolve, reject) => {
      const fail = (): void => void (ended || reject(new Error('No answer came.')))
      if (lostBefore) return clock.later(fail, given)
      const ticket = clock.ticket()
      return clock.later(() => {
        const answering = work().then((answer) =>
          lostAfter
            ? clock.later(fail, given, ticket)
            : clock.later(() => void (ended || resolve(answer)), back, ticket),
        )
        clock.hold(answering).catch(reject)
      }, there)
    })
  }

  const told = ({ epoch, heads }: Beacon): void => {
    for (const [spaceId, { seq: head }] of Object.entries(heads))
      history.push({ what: 'told', browser, life, spaceId, epoch, head })
  }
  const hand = (frame: Frame): void => {
    if (frame.kind === 'events') {
      history.push({ what: 'brought', browser, events: frame.events.length })
      handlers?.events(frame.events, frame.behind)
    } else if (frame.kind === 'revoked') handlers?.revoked(frame.spaceId)
    else if (frame.kind === 'hint') handlers?.hint()
    else {
      told(frame.beacon)
      handlers?.beacon(frame.beacon)
    }
  }
  const carry = (own: Connection, frame: Frame): void => {
    const arrive = (): void => {
      if (connection === own && !own.half) hand(frame)
    }
    // Only a dead line loses what closes a space; what it has lost is told again on the next one.
    const sure = frame.kind === 'revoked' || frame.kind === 'hint'
    const [lost, twice, late] = [unless(odds.frameLost), unless(odds.frameTwice), unless(odds.frameLate)]
    const usual = delay() + (late && !sure ? chance.below(4_000) : 0)
    if (!lost || sure) clock.later(arrive, usual)
    if (twice && !sure) clock.later(arrive, usual + chance.below(2_000))
  }
  const connect = (): void => {
    if (connection || ended) return
    const own: Connection = { socket: server.connect(personId, (frame) => carry(own, frame)), half: false }
    connection = own
    clock.later(() => void (connection === own && handlers?.connected()), delay())
  }
  const disconnect = (): void => {
    if (!connection) return
    connection.socket.close()
    connection = undefined
    handlers?.disconnected()
    clock.later(connect, calm ? 10 : 300 + chance.below(5_000))
  }

  const fetcher: Fetcher = {
    call: (item) => request(() => server.call(personId, item)).catch(() => ({ status: 'unknown' as const })),
    async snapshot(spaceId) {
      const asked = { browser, life, spaceId, request: (requests += 1) }
      history.push({ what: 'asked', ...asked })
      const snapshot = await request(() => server.snapshot(personId, spaceId))
      if (snapshot !== 'forbidden') {
        const { epoch, seq } = snapshot
        history.push({ what: 'snapshot', ...asked, epoch, seq })
      }
      return snapshot
    },
    eventsAfter: (spaceId, epoch, after, last) =>
      request(() => server.eventsAfter(personId, spaceId, epoch, after, last)),
  }
  const wire: Wire = {
    on(given) {
      handlers = given
      clock.later(connect, delay())
    },
    subscribe: (spaceIds) =>
      new Promise((resolve) => {
        const own = connection
        const arrived = (): boolean => own !== undefined && connection === own && !own.half && !ended
        const ask = async (): Promise<void> => {
          if (!own || !arrived()) return
          const [ticket, back] = [clock.ticket(), delay()]
          const subscribed = await own.socket.subscribe(spaceIds)
          clock.later(
            () => {
              if (!arrived()) return
              told(subscribed)
              resolve(subscribed)
            },
            back,
            ticket,
          )
        }
        clock.later(() => void clock.hold(ask()), delay())
      }),
    unsubscribe: (spaceIds) => connection?.socket.unsubscribe(spaceIds),
    presence: () => undefined,
    commands: (items) =>
      new Promise((resolve) => {
        const own = connection
        const stands = (): boolean => own !== undefined && connection === own && !own.half
        // A line that breaks says so; of one that has died nobody knows until patience ends.
        const nothing = (): void => clock.later(() => ended || resolve(undefined), own?.half ? answerWithin : 0)
        const [ticket, there, back] = [clock.ticket(), delay(), delay()]
        const arrive = (): void => {
          if (!own || !stands()) return nothing()
          const answering = own.socket.commands(items).then((answers) => {
            clock.later(() => (stands() ? ended || resolve(answers) : nothing()), back, ticket)
          })
          return void clock.hold(answering).catch(nothing)
        }
        clock.later(arrive, there)
      }),
    close: () => undefined,
  }
  return {
    fetcher,
    wire,
    cut(withHttp) {
      if (withHttp) httpUntil = clock.now() + chance.below(8_000)
      disconnect()
    },
    halfOpen() {
      const own = connection
      if (!own) return
      own.half = true
      clock.later(() => void (connection === own && disconnect()), deadAfter)
    },
    heal() {
      calm = true
      if (connection?.half) disconnect()
      connect()
    },
    end() {
      ended = true
      connection?.socket.close()
      connection = undefined
    },
  }
}
