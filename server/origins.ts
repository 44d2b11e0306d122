/** What an HTTP request or an upgrade says about the page it comes from. */
export interface Coming {
  readonly origin: string | undefined
  readonly host: string | undefined
  readonly fetchSite: string | undefined
  readonly protocol: string
}

/** Does this come from one of our own pages (at the public address, or under the very host they talk to), or from no page? */
export function fromOurPages(coming: Coming, publicUrl: string | null): boolean {
  if (coming.fetchSite !== undefined && !['same-origin', 'none'].includes(coming.fetchSite)) return false
  if (coming.origin === undefined || coming.origin === publicUrl) return true
  return coming.host !== undefined && coming.origin === `${coming.protocol}://${coming.host.toLowerCase()}`
}
