// A whole server in a process of its own, to be killed: `node serve.ts <file> <port>`; says its port when ready.
import { buildApp } from '../../server/app.ts'
import { rules } from '../../server/rules.ts'
import { openSqlite } from '../../server/store/sqlite.ts'

const [file = '', port = '0'] = process.argv.slice(2)
const store = openSqlite(file)
const log = {
  info: () => {},
  warn: () => {},
  error: (fields: object, message: string) => console.error(message, fields),
}
const app = await buildApp({
  store,
  rules,
  log,
  now: Date.now,
  config: { publicUrl: null, create: true, trustProxy: [], limits: 1 },
  secret: Buffer.alloc(32, 1),
  pages: null,
  linkBase: () => '',
})
await app.web.listen({ host: '127.0.0.1', port: Number(port) })
console.log(JSON.stringify({ port: app.port() }))
process.on('SIGTERM', async () => {
  await app.close()
  await store.close()
  process.exit(0)
})
