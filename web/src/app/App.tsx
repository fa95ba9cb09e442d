import Spinner from '@cloudscape-design/components/spinner'
import { lazy, Suspense, useLayoutEffect } from 'react'
import { BrowserRouter, Route, Routes, useLocation } from 'react-router'
import { Frame } from './Frame'
import { pages } from './pages'
import { SessionGate } from './SessionGate'

const routes = pages.map(({ path, load }) => ({ path, Component: lazy(load) }))

/** The whole console: who is signed in, the frame, and the page of the address. */
export function App() {
  return (
    <BrowserRouter basename="/console">
      <SessionGate>
        <Frame>
          <CurrentPage />
        </Frame>
      </SessionGate>
    </BrowserRouter>
  )
}

/** Each address has a page of its own: going from one user to another draws the page anew, with nothing left over. */
function CurrentPage() {
  const { pathname } = useLocation()
  useLayoutEffect(leaveFocus, [pathname])
  return (
    <Suspense fallback={<Spinner size="large" />} key={pathname}>
      <Routes>
        {routes.map(({ path, Component }) => (
          <Route key={path} path={path} element={<Component />} />
        ))}
      </Routes>
    </Suspense>
  )
}

/**
 * Takes the focus from the link that led here, at the change of address. The page that comes gives it to its heading only where nothing else has it by then,
 * so that a menu that was opened while the page was on its way stays open.
 */
function leaveFocus() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
