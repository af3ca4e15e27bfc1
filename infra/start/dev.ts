import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const api = `http://127.0.0.1:${process.env.PORT ?? 4000}`
const proxied = ['/trpc', '/api', '/exports', '/files', '/healthz', '/readyz']
const sockets = ['/socket.io', '/collab']

const page = 'http://127.0.0.1:5173'

// Links in mail must lead to the page that reloads by itself.
const server = spawn(process.execPath, ['--watch', 'apps/api/src/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL ?? page },
  stdio: 'inherit',
})

const web = await createServer({
  root: fileURLToPath(new URL('../../apps/web', import.meta.url)),
  server: {
    host: '127.0.0.1',
    port: Number(new URL(page).port),
    strictPort: true,
    proxy: Object.fromEntries([
      ...proxied.map((path) => [path, { target: api }]),
      ...sockets.map((path) => [path, { target: api, ws: true }]),
    ]),
  },
})
await web.listen()
web.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.kill(signal)
    void web.close()
  })
}
server.once('exit', (code) => {
  void web.close().finally(() => process.exit(code ?? 0))
})
