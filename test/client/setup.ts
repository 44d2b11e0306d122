import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { fetchLater } from '../../client/live/later.tsx'

// Parts of screens that come after the first load are there before a test looks at them.
beforeAll(fetchLater)
afterEach(cleanup)
