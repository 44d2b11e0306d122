import fc from 'fast-check'

/** As much of JSON Schema as commands are written in. */
export interface Schema {
  readonly const?: unknown
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly pattern?: string
  readonly text?: string
  readonly minItems?: number
}

/** Ids there may be, and one that there is not, by how their pattern begins. */
const ids: Readonly<Record<string, readonly string[]>> = {
  '^b': ['b1', 'b2', 'b99'],
  '^p_': ['ana', 'bo', 'cleo', 'dov', 'gus', 'nia', 'otto'],
  '^c_': ['c_harrow', 'c_other'],
  '^m_': ['m_one', 'm_other'],
  '^i[0-9]{1,4}$': ['i1', 'i2', 'i3', 'i4', 'i99'],
  '^i[0-9]{1,4}\\.': ['i1.1', 'i2.1', 'i3.1', 'i3.2', 'i99.1'],
  '^o': ['o1', 'o2', 'o3'],
  '^n': ['n1', 'n2', 'n3'],
  '^d': ['d1', 'd2'],
  '^(meeting|i': ['meeting', 'i1', 'i3', 'i99'],
  '^(19|20|21)': ['1999-01-01', '2026-12-31', '2027-02-30'],
}

const longest: Readonly<Record<string, number>> = { title: 100, line: 200, note: 500, proposal: 2_000 }

function textOf(schema: Schema): fc.Arbitrary<string> {
  const { pattern, text } = schema
  if (text !== undefined) {
    const long = fc.integer({ min: 1, max: longest[text] ?? 100 }).map((n) => 'ä🐝 '.repeat(n / 4))
    return fc.oneof(
      fc.constantFrom('', 'Mondays', '__proto__', 'constructor', '<b>'),
      long,
      fc.string({ unit: 'grapheme' }),
    )
  }
  const known = Object.keys(ids).find((start) => pattern?.startsWith(start))
  if (known === undefined) throw new Error(`no values for ${pattern}`)
  return fc.constantFrom(...(ids[known] ?? []))
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, ofSchema(value)]))
  return fc.record(fields, { requiredKeys: [...required], noNullPrototype: true })
}

/** Whatever the gate would let through. */
export function ofSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(ofSchema))
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array': {
      const items = ofSchema(schema.items ?? {})
      return fc.uniqueArray(items, { minLength: schema.minItems ?? 0, maxLength: 4 })
    }
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({ min: 0, max: 60 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`no values for a schema of ${JSON.stringify(schema)}`)
  }
}
