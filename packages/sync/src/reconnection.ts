/** How Socket.IO brings a page back whose line broke: soon, then later, each page in a moment of its own. */
export const reconnection = {
  reconnectionDelay: 300,
  reconnectionDelayMax: 5_000,
  randomizationFactor: 0.5,
} as const

type Span = { readonly from: number; readonly to: number }

// A server that stops closes everybody's line in one moment: without a span they would all be back in one moment, too.
const afterClosed: Span = { from: 300, to: 2_300 }
const afterRefused: Span = { from: 2_000, to: 5_000 }

const within = ({ from, to }: Span, random: () => number): number => from + (to - from) * random()

/** Milliseconds until a page comes back by itself whose line the server has closed, which Socket.IO leaves alone. */
export const backAfterClosed = (random: () => number = Math.random): number => within(afterClosed, random)

/** The same, where the server didn't let it in for now. */
export const backAfterRefused = (random: () => number = Math.random): number => within(afterRefused, random)
