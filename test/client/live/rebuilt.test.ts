import { expect, test, vi } from 'vitest'
import { startRebuilt } from '../../../client/live/page/rebuilt.ts'

test('a part that an update took away is got by loading the page anew, once, if the server answers', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { ...location, reload })
  const answers = vi.fn(async () => ({ ok: false }))
  vi.stubGlobal('fetch', answers)
  startRebuilt()
  const missing = () => dispatchEvent(new Event('vite:preloadError'))
  missing()
  await vi.waitFor(() => expect(answers).toHaveBeenCalledTimes(1))
  expect(reload).not.toHaveBeenCalled()
  answers.mockImplementation(async () => ({ ok: true }))
  missing()
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  missing()
  expect(answers).toHaveBeenCalledTimes(2)
  vi.unstubAllGlobals()
})
