type Span = { readonly from: number; readonly to: number }

// What closes or breaks everybody's line in one moment brings nobody back in one moment.
const afterBroken: Span = { from: 200, to: 2_000 }
const afterClosed: Span = { from: 300, to: 2_300 }
const afterRefused: Span = { from: 2_000, to: 5_000 }

const within = ({ from, to }: Span, random: () => number): number => from + (to - from) * random()

/** How Socket.IO brings a page back whose line broke: soon, then later, each page in a moment of its own. */
export const reconnection = {
  /** Drawn anew for each page that reads it: Socket.IO's own jitter puts all first tries into the same part of a second. */
  get reconnectionDelay(): number {
    return within(afterBroken, Math.random)
  },
  reconnectionDelayMax: 5_000,
  randomizationFactor: 0.1,
}

/** Milliseconds until a page comes back by itself whose line the server has closed, which Socket.IO leaves alone. */
export const backAfterClosed = (random: () => number = Math.random): number => within(afterClosed, random)

/** The same, where the server didn't let it in for now. */
export const backAfterRefused = (random: () => number = Math.random): number => within(afterRefused, random)
