import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './App.tsx'
import { startLive } from './live/browser.ts'
import { startLooks } from './live/page/looks.ts'
import { startRebuilt } from './live/page/rebuilt.ts'
import { startWakeLock } from './live/page/wakelock.ts'
import { opening } from './opening.ts'
import { bringRules } from './processes/index.ts'

startLooks()
startWakeLock()
startRebuilt()
const root = document.getElementById('root')
if (root) {
  const live = startLive(bringRules)
  void opening(live, location.pathname).then(() => createRoot(root).render(<App live={live} />))
}
