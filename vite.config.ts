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
    transform(_code, id) {
      if (!id.includes('engine.io-client/build/esm/transports/index.js')) return null
      return "import { WS } from './websocket.js'\nexport const transports = { websocket: WS }"
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
