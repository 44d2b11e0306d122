import Type, { type TSchema } from 'typebox'

/** Ids as they come from outside; rules never look inside. */
export const PersonRef = Type.String({ pattern: '^p_[a-z2-7]{16}$' })
export const CircleRef = Type.String({ pattern: '^c_[a-z2-7]{16}$' })

export const BacklogRef = Type.String({ pattern: '^b[0-9]{1,5}$' })

/** One line that somebody typed; cleaned and measured where it is used. */
export const Line = Type.String({ maxLength: 4_000 })

export const strict = { additionalProperties: false }

export function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()])
}
