/** A record for reading and keeping, before it becomes Markdown, a page or data. All strings are plain text. */
export interface Doc {
  readonly title: string
  readonly subtitle: string
  /** Of the words the program adds; what people wrote is in whatever language they wrote. */
  readonly lang: string
  readonly sections: readonly Section[]
}

export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Words of the circle, quoted as they were written. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'difference'; readonly parts: readonly Part[] }

export interface Fact {
  readonly term: string
  readonly value: string
}

export interface Part {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}
