import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.DEV_SERVER ?? 'http://127.0.0.1:4001'

export default defineConfig({
  root: path.join(import.meta.dirname, 'client'),
  plugins: [react(), webSocketOnly(), compressed()],
  // The router brings it for a React that has none of its own.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  css: { transformer: 'lightningcss' },
  build: {
    target: ['chrome100', 'safari15.4', 'firefox100'],
    outDir: path.join(import.meta.dirname, 'dist/client'),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // The content security policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every phone loads first is one file: it weighs less, and comes in one go.
        codeSplitting: {
          groups: [{ name: 'phone', test: /client\/(App|live\/(browser|looks|wakelock))\.tsx?$|react-dom\/client/ }],
        },
      },
    },
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '/api': server,
      '/healthz': server,
      '/socket.io': { target: server, ws: true },
    },
  },
})

/** The other ways to carry messages stay out of the page: the server speaks WebSocket alone. */
function webSocketOnly(): Plugin {
  return {
    name: 'web-socket-only',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('engine.io-client/build/esm/transports/')) return null
      const list = "import { WS } from './websocket.js'\nexport const transports = { websocket: WS }"
      return { code: id.includes('index.js') ? list : code, moduleSideEffects: false }
    },
  }
}

/** Lays a `.br` and a `.gz` beside every script and style sheet; browsers ask for brotli only over https. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(texts.map((name) => compress(path.join(dir, name))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ])
}
