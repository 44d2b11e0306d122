import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bugs, type Edit } from './bugs.ts'

// Plants each bug in a copy of the project and sees that a test turns red. The product has no switch for it.
const top = path.join(import.meta.dirname, '../..')
const files = execFileSync('git', ['ls-files', '-z'], { cwd: top, encoding: 'utf8' }).split('\0').filter(Boolean)

function copy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonround-sabotage-'))
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    cpSync(path.join(top, file), path.join(folder, file))
  }
  symlinkSync(path.join(top, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

function plant(folder: string, edit: Edit): void {
  const file = path.join(folder, edit.file)
  const source = readFileSync(file, 'utf8')
  if (source.split(edit.find).length !== 2) throw new Error(`${edit.file} does not hold exactly once: ${edit.find}`)
  writeFileSync(
    file,
    source.replace(edit.find, () => edit.put),
  )
}

function vitest(folder: string, tests: readonly string[]): Promise<{ failed: number; ran: number }> {
  const report = path.join(folder, 'report.json')
  const command = ['run', '--config', 'test/vitest.config.ts', '--reporter', 'json', '--outputFile', report, ...tests]
  return new Promise((done) => {
    const run = spawn(path.join(top, 'node_modules/.bin/vitest'), command, { cwd: folder, stdio: 'ignore' })
    run.on('exit', () => {
      const { numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
      done({ failed: numFailedTests, ran: numTotalTests })
    })
  })
}

let caught = 0
let missed = 0
const wanted = process.argv.slice(2)
for (const bug of bugs.filter((b) => wanted.length === 0 || wanted.some((w) => b.name.includes(w)))) {
  const folder = copy()
  try {
    for (const edit of bug.also ? [bug, bug.also] : [bug]) plant(folder, edit)
    const { failed, ran } = await vitest(folder, bug.tests)
    const isCaught = failed > 0
    if (isCaught) caught += 1
    else missed += 1
    console.log(`${isCaught ? 'caught' : 'MISSED'}  ${bug.name}  (${failed} of ${ran} tests red)`)
  } catch (error) {
    missed += 1
    console.log(`MISSED  ${bug.name}: ${error instanceof Error ? error.message : error}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.log(`${caught} passed, ${missed} failed`)
process.exitCode = missed === 0 ? 0 : 1
