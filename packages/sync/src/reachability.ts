/** `live`: everything arrives at once; `slow`: no socket gets through, it is asked for; `away`: nobody answers. */
export type Connection = 'live' | 'slow' | 'away'

/** Whether anybody is there. */
export type Reachability = {
  /** The socket's connection stands. */
  isOnline(): boolean
  connection(): Connection
  lineStands(): void
  lineBroke(): void
  /** Without a socket, the answers tell. */
  answered(anAnswer: boolean): void
}

/** Makes it; `changed` is called when the answers tell otherwise than before. */
export function reachability(changed: () => void): Reachability {
  let online = false
  let answers = true
  return {
    isOnline: () => online,
    connection: () => (online ? 'live' : answers ? 'slow' : 'away'),
    lineStands() {
      online = true
      answers = true
    },
    lineBroke() {
      online = false
    },
    answered(anAnswer) {
      if (answers === anAnswer) return
      answers = anAnswer
      changed()
    },
  }
}
