import { createRoot } from 'react-dom/client'
import { io } from 'socket.io-client'
import { Route, Switch } from 'wouter'
import { createStore } from 'zustand/vanilla'

/** What every page of the app stands on, and nothing of the app. */
const store = createStore(() => ({ socket: io({ autoConnect: false, transports: ['websocket'] }) }))

function Bare() {
  return (
    <Switch>
      <Route>{() => <button type="button">{store.getState().socket.connected ? 'Connected' : 'Ready'}</button>}</Route>
    </Switch>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Bare />)
