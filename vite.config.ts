import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.DEV_SERVER ?? 'http://127.0.0.1:4001'

export default defineConfig({
  root: path.join(import.meta.dirname, 'client'),
  plugins: [react(), webSocketOnly(), pages(), compressed()],
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
    modulePreload: {
      polyfill: false,
      // Every page has these scripts already, and to look after each of them takes a slow phone a while.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html'
          ? files
          : files.filter((file) => !/\/(main|rolldown-runtime|paper|ring)-[^/]+\.js$/.test(file)),
    },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: rooms() },
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

/**
 * What is loaded together is one file: the first for every page, then one for each place. Of two that a file
 * would fit in the earlier takes it, with all it stands on.
 */
function rooms() {
  const files = [
    ['main', /client\/(main|App|opening|live\/(browser|page\/(looks|wakelock)))\.tsx?$|react-dom\/client/],
    ['difference', /client\/meeting\/parts\/wording\/difference\.ts$/],
    [
      'paper',
      /client\/(ui\/(Hidden|frames\/(Bar|Phone)|shown\/(Big|Facts|Person|Qr|Sheet|Sign))\.tsx|screens\/parts\/|live\/(first|follow|hooks|page\/(surface|title))\.ts)/,
    ],
    [
      'controls',
      /client\/(ui\/(controls\/(Answer|Choice|Field)|shown\/Line)\.tsx|screens\/join\/intent|meeting\/menu\/PersonMenu|live\/(?!copies\/\w+-rules|words\/(?!join|text|refusal|Wrong)))/,
    ],
    [
      'ring',
      /client\/(ui\/ring\/(Ring|useMeasure)|meeting\/[^/]+\.ts$|processes\/[^/]+\.ts$)|shared\/(parts\/(round|undoable)|meeting\/(around|kinds|shown))\.ts$/,
    ],
    ['parts', /shared\/parts\/|client\/meeting\/parts\/\w+\/(marks|mine)\.ts$/],
    ['rules', /client\/live\/copies\/meeting-rules\.ts$/],
    ['join', /client\/screens\/join\/(JoinScreen|OpenLink)\.tsx$/],
    [
      'lobby',
      /client\/(screens\/(MeetingScreen|lobby\/|meeting\/(MeetingHere|StationFor|Strips|Cues|first|stations|circles|reading)))/,
    ],
    ['phone', /client\/(stations\/phone\/|meeting\/phone\/|meeting\/parts\/\w+\/(?!Difference)\w+\.phone)/],
    [
      'room',
      /shared\/text\/en\/room\.ts$|client\/(screens\/(room\/|RoomScreen)|stations\/room\/|meeting\/room\/|meeting\/parts\/\w+\/(?!Difference)\w+\.room)/,
    ],
    ['script', /shared\/text\/en\/script\.ts$/],
    ['record', /client\/live\/words\/record|shared\/record\/(decision|item|status)/],
    ['marked', /client\/(ui\/shown\/Difference\.tsx|meeting\/parts\/wording\/spoken\.ts)$/],
    ['desk', /client\/(stations\/desk\/(?!RoomOver|dialogs\/Note)|meeting\/desk\/|meeting\/parts\/\w+\/\w+\.desk)/],
  ] as const
  return files.map(([name, test], at) => ({ name, test, priority: files.length - at }))
}

/** The pages by the screen each opens with, and what that screen goes on to at once. */
const screens = {
  home: ['screens/home/HomeScreen.tsx'],
  join: ['screens/join/JoinScreen.tsx'],
  circle: ['screens/circle/CircleScreen.tsx', 'live/copies/circle-rules.ts'],
  meeting: ['screens/MeetingScreen.tsx'],
  room: ['screens/RoomScreen.tsx'],
  me: ['screens/MeScreen.tsx'],
} as const

/** Where the first question to the server is who looks; it is on its way before the scripts are here. */
const asksWhoIAm = new Set(['home', 'meeting', 'circle', 'me'])

/** What a page goes on to after its screen, as the server names it: stations, their words, and what runs there. */
const goneOnTo = /^(stations\/\w+\/\w+Station|processes\/\w+\/(phone|desk|room)|live\/words\/desk)\.tsx?$/

function moduleAt(name: string): string {
  return path.join(import.meta.dirname, 'client', name)
}

function moduleOf(id: string): string {
  return path.relative(path.join(import.meta.dirname, 'client'), id).replaceAll(path.sep, '/')
}

/** Writes one page for each screen, which names all files that it needs: none is asked for because of another. */
function pages(): Plugin {
  return {
    name: 'pages',
    apply: 'build',
    // After the page that everything is written into.
    enforce: 'post',
    generateBundle(_, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset') throw new Error('no page was built')
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const holding = (module: string) => chunks.find(({ moduleIds }) => moduleIds.includes(moduleAt(module)))?.fileName
      const needed = (modules: readonly string[]) => {
        const files = new Set<string>()
        const add = (name: string | undefined) => {
          const chunk = name === undefined ? undefined : bundle[name]
          if (chunk?.type !== 'chunk' || files.has(chunk.fileName)) return
          files.add(chunk.fileName)
          for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
          chunk.imports.forEach(add)
        }
        modules.map(holding).forEach(add)
        return [...files]
      }
      const all = chunks.flatMap(({ moduleIds }) => moduleIds).map(moduleOf)
      const shown = ['main.tsx', ...all.filter((module) => goneOnTo.test(module))]
      const ahead = Object.fromEntries(shown.map((module) => [module, needed([module])]))
      this.emitFile({ type: 'asset', fileName: '.vite/ahead.json', source: JSON.stringify(ahead) })
      for (const [page, modules] of Object.entries(screens)) {
        const links = needed(modules).map(linkTo)
        if (asksWhoIAm.has(page)) links.unshift('<link rel="preload" as="fetch" crossorigin href="/api/me">')
        this.emitFile({ type: 'asset', fileName: `${page}.html`, source: inOrder(String(index.source), links) })
      }
    },
  }
}

/**
 * The first script is most of the page and is asked for first, on the line that is there already; all else comes while
 * it is read. What stands in the page before it is shown without waiting for a style.
 */
function inOrder(html: string, links: readonly string[]): string {
  const scripts = html.match(/<script type="module"[^>]*><\/script>/g) ?? []
  const styles = html.match(/<link rel="stylesheet"[^>]*>/g) ?? []
  const bare = [...scripts, ...styles].reduce((left, tag) => left.replace(new RegExp(` *${tag}\n`), ''), html)
  const early = [...scripts.slice(0, -1), ...styles].map((tag) => linkTo(fileIn(tag)))
  const first = scripts.at(-1) ?? ''
  const after = [...new Set([...early, ...links])].filter((link) => fileIn(link) !== fileIn(first))
  return bare
    .replace('</head>', `  ${[first, ...after].join('')}\n  </head>`)
    .replace('<noscript>', `${styles.join('')}<noscript>`)
}

/** What a tag of our page names, as the bundle calls it. */
function fileIn(tag: string): string {
  return /(?:href|src)="\/([^"]+)"/.exec(tag)?.[1] ?? ''
}

function linkTo(file: string): string {
  return file.endsWith('.css')
    ? `<link rel="preload" as="style" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`
}

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

/** Lays a `.br` and a `.gz` beside every page, script and style sheet; browsers ask for brotli only over https. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return
      const texts = Object.keys(bundle).filter((name) => /\.(html|js|css|svg)$/.test(name))
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
