const apart = /(\d)[ \u202f](?=[€$£¥%°]|\d{3}(?!\d))/g

/** A number keeps its unit and its thousands on one line: letters this large break often. */
export function bound(words: string): string {
  return words.replace(apart, '$1\u00a0')
}
