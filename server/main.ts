import path from 'node:path'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { traceOf } from './log.ts'
import { addresses, linkBase } from './machine/addresses.ts'
import { checkDatabase, FolderError, openFolder, openSecret } from './machine/folder.ts'
import { createLogger } from './machine/logger.ts'
import { broughtUp, greeting, listenTrouble } from './machine/terminal.ts'
import { hasPages } from './routes/pages.ts'
import { rules } from './rules.ts'
import { olderCopies } from './store/sqlite/copy.ts'
import { openSqlite } from './store/sqlite.ts'
import { type Store, StoreError } from './store/store.ts'

const pages = path.join(import.meta.dirname, '../dist/client')
const patience = 5_000

/** Somebody has to change something before this can start. */
class StartError extends Error {}

process.umask(0o077)
try {
  await start(readConfig(process.env))
} catch (error) {
  console.error(sentences(error))
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  const { host, publicUrl, dataDir, create } = config
  if (!hasPages(pages)) throw new StartError('The pages are not built yet: start with "npm start", which builds them.')
  openFolder(dataDir)
  const file = path.join(dataDir, 'app.db')
  checkDatabase(dataDir, file)
  const copies = olderCopies(file)
  const store = openSqlite(file)
  for (const copy of olderCopies(file)) if (!copies.includes(copy)) console.log(broughtUp(copy))
  // After the database, so that whoever has one without the other has lost it.
  const secret = openSecret(dataDir, await isInUse(store))
  const log = createLogger(config.log, (line) => process.stderr.write(line), Date.now)
  const found = () => addresses(host, app.port(), publicUrl)
  const app = await buildApp({
    store,
    rules,
    secret,
    config,
    pages,
    log,
    now: Date.now,
    // Asked anew each time: a laptop changes its network between two meetings.
    linkBase: (asked) => linkBase(found(), publicUrl, asked),
  })
  await listen(app, config)
  closeWithGrace({ delay: patience, logger: false }, async ({ err }) => {
    if (err) log.error(traceOf(err), 'stopping after an error')
    await app.close()
    await store.close()
  })
  console.log(greeting({ found: found(), dataDir, create, colours: process.stdout.hasColors?.() ?? false }))
}

async function isInUse(store: Store): Promise<boolean> {
  for await (const _ of store.streams()) return true
  return false
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, { host, port }: Config): Promise<void> {
  try {
    await app.web.listen({ host, port })
  } catch (error) {
    const sentence = listenTrouble(error, host, port)
    throw sentence === null ? error : new StartError(sentence)
  }
}

function sentences(error: unknown): unknown {
  if (error instanceof ConfigError) return error.wrong.join('\n')
  const isKnown = error instanceof StartError || error instanceof FolderError || error instanceof StoreError
  return isKnown ? error.message : error
}
