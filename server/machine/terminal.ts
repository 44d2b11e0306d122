import { renderUnicodeCompact } from 'uqr'
import type { Addresses } from './addresses.ts'

export interface Greeting {
  readonly found: Addresses
  readonly dataDir: string
  readonly create: boolean
  /** Does the terminal know colours? Without, a QR code on a light ground is drawn inside out. */
  readonly colours: boolean
}

/** What the terminal shows once the server can be reached. */
export function greeting({ found, dataDir, create, colours }: Greeting): string {
  const shared = found.network
  const lines = ['', 'Commonround is ready.', '', `  On this machine     ${found.local}`]
  if (shared === null) lines.push('  Only this machine can reach it. HOST=0.0.0.0 opens it to the network.')
  else lines.push(`  On other devices    ${shared}`, '', ...drawn(shared, colours))
  const next = create
    ? 'Open one of these addresses in a browser and type what you want to decide; the page then shows the link for the others.'
    : 'Open your circle’s link in a browser. Making new circles is switched off (CREATE=off).'
  lines.push('', next, `Everything is kept in ${dataDir}. Ctrl-C stops it; nothing is lost.`, '')
  return lines.join('\n')
}

/** What the terminal shows after a data folder of an older version was brought up to date. */
export function broughtUp(copy: string): string {
  return `Your data was brought up to this version. As it was before, it lies in ${copy}: delete that file once you are content, for it also keeps answers that are destroyed later.`
}

/** A sentence for what Node says when listening fails. */
export function listenTrouble(error: unknown, host: string, port: number): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use: stop the other program, or start with another one, such as PORT=${port + 1}.`
  if (code === 'EACCES')
    return `Port ${port} may not be used by this account: choose one above 1023, such as PORT=8080.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${host} is not an address of this machine: leave HOST out to listen on all of them.`
  return null
}

function drawn(address: string, colours: boolean): readonly string[] {
  const lines = renderUnicodeCompact(address, { border: 2 }).split('\n')
  return lines.map((line) => (colours ? `  \u001B[97;40m${line}\u001B[0m` : `  ${line}`))
}
