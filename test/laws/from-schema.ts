import fc from 'fast-check'

/** As much of JSON Schema as commands are written in. */
export interface Schema {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly pattern?: string
  readonly text?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
}

/** As far as numbers and lists mostly go. */
const usually = { number: 60, items: 4 }

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
  const { pattern, text, maxLength } = schema
  if (pattern === undefined && text === undefined) {
    const longest = 'x'.repeat(maxLength ?? 100)
    return fc.oneof(fc.string({ maxLength: maxLength ?? 100 }), fc.constantFrom('', longest))
  }
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

/** Mostly small, and often what is just allowed. */
function integerOf({ minimum: min = 0, maximum: max = usually.number }: Schema): fc.Arbitrary<number> {
  const small = fc.integer({ min, max: Math.max(min, Math.min(max, min + usually.number)) })
  return fc.oneof({ weight: 4, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(min, max) })
}

/** Mostly short, and often as short or as long as is just allowed, as far as there are enough different things for it. */
function listOf({ items = {}, minItems = 0, maxItems = usually.items, uniqueItems = false }: Schema) {
  const list = uniqueItems ? fc.uniqueArray : fc.array
  const one = ofSchema(items)
  const upTo = (minLength: number, maxLength: number) => list(one, { minLength, maxLength, size: 'max' })
  const short = upTo(minItems, Math.max(minItems, Math.min(maxItems, usually.items)))
  const longest = uniqueItems ? upTo(minItems, maxItems) : upTo(maxItems, maxItems)
  return fc.oneof({ weight: 4, arbitrary: short }, upTo(minItems, minItems), longest)
}

/** Whatever the gate would let through. */
export function ofSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(ofSchema))
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return listOf(schema)
    case 'string':
      return textOf(schema)
    case 'integer':
      return integerOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`no values for a schema of ${JSON.stringify(schema)}`)
  }
}
