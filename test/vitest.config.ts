import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const top = path.join(import.meta.dirname, '..')

/** Each takes about as long as all others of its kind together: `npm run check` leaves them to `npm test`. */
const long = ['test/live/{beat,faults,hostile,kill,scenarios,start}.test.ts']
const exclude = process.env.QUICK === '1' ? long : []

export default defineConfig({
  root: top,
  test: {
    projects: [
      ...['rules', 'scenarios', 'laws', 'storms', 'store', 'live', 'golden'].map((kind) =>
        inNode(kind, `test/${kind}/**/*.test.ts`),
      ),
      inNode('shape', 'test/shape/*.test.ts'),
      // Reads what was built; `npm test` builds first, `npm run check` leaves it out.
      inNode('weight', 'test/shape/weight/*.test.ts'),
      // Makes schemas of types, which takes a compiler some seconds.
      inNode('schemas', 'test/schemas/*.test.ts'),
      {
        root: top,
        plugins: [react()],
        test: {
          name: 'client',
          include: ['test/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          isolate: false,
          setupFiles: ['test/client/setup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
    passWithNoTests: true,
  },
})

function inNode(name: string, include: string) {
  return {
    root: top,
    test: {
      name,
      include: [include],
      exclude,
      environment: 'node',
      // They share nothing that a test changes, and a worker a file would take as long as the tests.
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }
}
