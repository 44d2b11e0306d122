import type { TextId } from '../../../shared/text/en.ts'

/** What is typed on the home page. */
export interface Making {
  readonly decide: string
  readonly name: string
  readonly circle: string
  /** One name a line. */
  readonly people: string
  readonly selfAdd: boolean
}

export function namesIn(people: string): readonly string[] {
  return people
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Everyone who would sit in the circle, oneself first; typing one's own name again makes no second seat. */
export function seatsIn(making: Making): readonly string[] {
  const own = making.name.trim()
  const others = namesIn(making.people)
  const same = others.findIndex((name) => name.toLocaleLowerCase() === own.toLocaleLowerCase())
  const rest = own === '' || same < 0 ? others : others.filter((_, index) => index !== same)
  return own === '' ? rest : [own, ...rest]
}

/** What is still missing, by field, as the sentence that says so. */
export function wrongIn({ decide, name, circle }: Making): Partial<Record<'decide' | 'name' | 'circle', TextId>> {
  return {
    ...(decide.trim() === '' ? { decide: 'home.need_question' } : {}),
    ...(name.trim() === '' ? { name: 'home.need_name' } : {}),
    ...(circle.trim() === '' ? { circle: 'home.need_circle' } : {}),
  }
}

const LONGEST_NAME = 40

/** The first of the names that is longer than a seat can carry. */
export function tooLongIn({ people }: Making): string | null {
  return namesIn(people).find((name) => [...name].length > LONGEST_NAME) ?? null
}
