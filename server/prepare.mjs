// Installs and builds what is missing or stale, before npm starts, tests or develops.
// Plain JavaScript for Node 20: what it installs brings Node 24 along.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const top = path.dirname(import.meta.dirname)
const at = (name) => path.join(top, name)
const windows = process.platform === 'win32'

if (!isInstalled()) install()
if (process.argv[2] !== 'install') build()

/** Compares what npm says it installed with what the lockfile asks for; libraries for other systems are left out. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
    const found = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages
    return (
      existsSync(at('node_modules/.bin/node')) &&
      Object.entries(wanted).every(
        ([name, { version, optional }]) => name === '' || (found[name] ? found[name].version === version : optional),
      )
    )
  } catch {
    return false
  }
}

function install() {
  console.log('Installing libraries. This takes half a minute, once.')
  // npm must not run on the Node inside the folder it replaces.
  const outside = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(at('node_modules')))
    .join(path.delimiter)
  const npm = run('npm', ['ci', '--loglevel=error', '--no-progress'], { PATH: outside })
  if (npm.status !== 0) fail('The libraries could not be installed.', npm)
  if (!isInstalled()) fail('npm has installed the libraries without Node 24. Are install scripts switched off?', npm)
}

/** Builds beside the old client and then swaps, so that nobody is served half a client. */
function build() {
  const sources = fingerprint(['client', 'shared', 'vite.config.ts', 'package-lock.json'])
  const stamp = at('dist/client.sources')
  if (existsSync(at('dist/client')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  console.log('Building the pages.')
  const fresh = at(`dist/client.${process.pid}`)
  const inside = [at('node_modules/.bin'), process.env.PATH].join(path.delimiter)
  const vite = run('vite', ['build', '--outDir', fresh, '--logLevel', 'warn'], { PATH: inside })
  if (vite.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    fail('The pages could not be built.', vite)
  }
  mkdirSync(at('dist'), { recursive: true })
  rmSync(at('dist/client'), { recursive: true, force: true })
  renameSync(fresh, at('dist/client'))
  writeFileSync(stamp, sources)
}

function fingerprint(names) {
  const hash = createHash('sha256')
  const add = (name) =>
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(at(name)))
      .update('\0')
  for (const name of names) {
    if (path.extname(name) !== '') add(name)
    else for (const file of filesUnder(name).sort()) add(file)
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  )
}

function run(command, args, env) {
  return spawnSync(command, args, { cwd: top, env: { ...process.env, ...env }, shell: windows, encoding: 'utf8' })
}

function fail(sentence, { stdout, stderr, error }) {
  console.error([stdout, stderr, error?.message, sentence].filter(Boolean).join('\n').trim())
  process.exit(1)
}
