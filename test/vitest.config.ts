import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const top = path.join(import.meta.dirname, '..')

export default defineConfig({
  root: top,
  test: {
    projects: [
      ...['rules', 'scenarios', 'laws', 'store', 'shape'].map((kind) => inNode(kind, 10_000)),
      ...['storms', 'live'].map((kind) => inNode(kind, 60_000)),
      {
        root: top,
        plugins: [react()],
        test: {
          name: 'client',
          include: ['test/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['test/client/setup.ts'],
          testTimeout: 20_000,
        },
      },
    ],
    passWithNoTests: true,
  },
})

function inNode(kind: string, timeout: number) {
  return {
    root: top,
    test: {
      name: kind,
      include: [`test/${kind}/**/*.test.ts`],
      environment: 'node',
      testTimeout: timeout,
      hookTimeout: timeout,
    },
  }
}
