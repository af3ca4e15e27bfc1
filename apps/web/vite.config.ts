import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import localesPlugin from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Writes .br and .gz beside each text asset, so that the server never compresses one while somebody waits. */
function precompress(): Plugin {
  return {
    name: 'kolo-precompress',
    apply: 'build',
    writeBundle() {
      for (const file of filesIn(join(import.meta.dirname, 'dist'))) {
        if (!/\.(js|css|svg|html|json|webmanifest)$/.test(file)) continue
        const content = readFileSync(file)
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      }
    },
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

export default defineConfig({
  // React Aria's own words in other languages than English come from packages/ui.
  plugins: [react(), tailwind(), { ...localesPlugin.vite({ locales: ['en-US'] }), enforce: 'pre' }, precompress()],
  build: {
    target: 'es2024',
    chunkSizeWarningLimit: 900,
    assetsInlineLimit: 2_048,
    reportCompressedSize: false,
    // The server tells browsers from it what they will need.
    manifest: true,
    rolldownOptions: {
      input: { index: 'index.html', sw: 'service-worker/sw.ts' },
      // The service worker's address never changes: the browser compares what lies there.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
})
