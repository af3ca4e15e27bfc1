import { maxFileSize } from '@kolo/domain/files/files'
import { fileAdd } from '@kolo/domain/files/files.decide'
import { type SyncClient, uuidv7 } from '@kolo/sync'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useHub, useSend } from './hub.tsx'
import { type ContentProblem, type Sent, sendContent } from './send-content.ts'

/** Why an upload stopped; `unavailable` and `diskFull` can be tried again. */
export type UploadProblem = 'emptyFile' | ContentProblem

/** A file on its way into a space. */
export type Upload = {
  readonly id: string
  readonly spaceId: string
  readonly name: string
  readonly type: string
  readonly size: number
  /** Bytes that have arrived. */
  readonly loaded: number
  /** `adding`: the content is there, the command is on its way. */
  readonly state: 'waiting' | 'sending' | 'adding' | 'added' | 'failed'
  readonly problem?: UploadProblem
}

type Add = (upload: Upload) => Promise<boolean>
type Running = { readonly file: File; readonly add: Add; sent?: Sent }

/** Uploads outlive the screen on which they began; few at a time, since the line is for other things, too. */
const atOnce = 2

/** The file's name as the hub takes it: one line without separators and marks that turn the direction of text. */
function nameOf(file: Pick<File, 'name'>): string {
  const clean = file.name.toWellFormed().replaceAll(/[/\\\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '_')
  const name = clean.trim().slice(-200).toWellFormed().trim()
  return name === '' || name === '.' || name === '..' ? '_' : name
}

function createUploads() {
  let uploads: readonly Upload[] = []
  const running = new Map<string, Running>()
  const listeners = new Set<() => void>()
  const set = (next: readonly Upload[]): void => {
    uploads = next
    for (const listener of listeners) listener()
  }
  const mark = (id: string, change: Partial<Upload>): void =>
    set(uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))
  const fail = (id: string, problem: UploadProblem): void => mark(id, { state: 'failed', problem })

  const work = async (upload: Upload, run: Running): Promise<void> => {
    mark(upload.id, { state: 'sending', loaded: 0 })
    run.sent = sendContent(upload, run.file, (loaded) => mark(upload.id, { loaded }))
    const answer = await run.sent.answer
    if (answer === 'cancelled') return
    if (answer !== 'stored') return fail(upload.id, answer)
    mark(upload.id, { state: 'adding', loaded: upload.size })
    if (await run.add(upload)) {
      running.delete(upload.id)
      mark(upload.id, { state: 'added' })
    } else fail(upload.id, 'kindRefused')
  }
  const next = (): void => {
    const busy = uploads.filter(({ state }) => state === 'sending').length
    const upload = uploads.find(({ state }) => state === 'waiting')
    const run = upload && running.get(upload.id)
    if (!upload || !run || busy >= atOnce) return
    void work(upload, run).finally(next)
    next()
  }

  return {
    all: () => uploads,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start(spaceId: string, files: readonly File[], add: Add): string[] {
      const begun = files.map((file) => {
        const upload: Upload = {
          id: uuidv7(),
          spaceId,
          name: nameOf(file),
          type: file.type,
          size: file.size,
          loaded: 0,
          state: 'waiting',
        }
        if (file.size === 0) return { ...upload, state: 'failed' as const, problem: 'emptyFile' as const }
        if (file.size > maxFileSize) return { ...upload, state: 'failed' as const, problem: 'tooLarge' as const }
        running.set(upload.id, { file, add })
        return upload
      })
      set([...uploads, ...begun])
      next()
      return begun.map(({ id }) => id)
    },
    /** Stops it, or takes a failed one away. */
    cancel(id: string) {
      running.get(id)?.sent?.cancel()
      running.delete(id)
      set(uploads.filter((upload) => upload.id !== id))
      next()
    },
    retry(id: string) {
      if (running.has(id)) mark(id, { state: 'waiting' })
      next()
    },
  }
}

// One for each signed-in person's client: nothing of somebody else's is ever shown.
const stores = new WeakMap<SyncClient, ReturnType<typeof createUploads>>()

/** The uploads into a space, and what can be done with them. */
export function useUploads(spaceId: string): {
  readonly uploads: readonly Upload[]
  /** Begins them at once; gives the ids that the files will have. `onAdded` hears of each that is there, even later. */
  start(files: readonly File[], onAdded?: (fileId: string) => void): string[]
  cancel(id: string): void
  retry(id: string): void
} {
  const { client } = useHub()
  const send = useSend()
  const store = useMemo(() => {
    const known = stores.get(client) ?? createUploads()
    stores.set(client, known)
    return known
  }, [client])
  const all = useSyncExternalStore(store.subscribe, store.all)
  const uploads = useMemo(() => all.filter((upload) => upload.spaceId === spaceId), [all, spaceId])
  const start = useCallback(
    (files: readonly File[], onAdded?: (fileId: string) => void) =>
      store.start(spaceId, files, async ({ id: fileId, name }) => {
        const answer = await send(fileAdd, 'files.add', { spaceId, fileId, name })
        if (answer.status !== 'committed') return false
        onAdded?.(fileId)
        return true
      }),
    [store, spaceId, send],
  )
  return useMemo(() => ({ uploads, start, cancel: store.cancel, retry: store.retry }), [uploads, start, store])
}
