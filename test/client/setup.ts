import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { fetchLater } from '../../client/live/page/later.tsx'

// Parts of screens that come after the first load are there before a test looks at them.
beforeAll(fetchLater)
afterEach(() => {
  cleanup()
  // One page for all files: what a test left in it is nobody else's.
  localStorage.clear()
  sessionStorage.clear()
  for (const region of document.querySelectorAll('body > [aria-live]')) region.textContent = ''
})
