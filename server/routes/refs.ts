import Type, { type TSchema } from 'typebox'

/** One line that somebody typed; cleaned and measured where it is used. */
export const Line = Type.String({ maxLength: 4_000 })

export const strict = { additionalProperties: false }

/** The schema, or null in its place. */
export function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()])
}
