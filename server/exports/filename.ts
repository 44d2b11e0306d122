/** A name for a file that every system keeps as it is: small ASCII letters, digits and hyphens. */
export function fileName(circle: string, what: 'minutes' | 'decisions', day: string, extension: string): string {
  const words = circle
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return [words, what, day].filter(Boolean).join('-').concat('.', extension)
}

/** For keeping (`attachment`) or for showing; the name needs no encoding, and so no browser can get it wrong. */
export function disposition(how: 'attachment' | 'inline', name: string): string {
  return `${how}; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
