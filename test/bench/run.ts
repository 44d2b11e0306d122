// Benchmarks by their names, or all of them: npm run bench -- start years
const named = process.argv.slice(2)
const all = ['start', 'usable', 'years']
const unknown = named.filter((name) => !all.includes(name))
if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}: there are ${all.join(', ')}.`)
for (const name of named.length > 0 ? named : all) await import(`./${name}.ts`)
