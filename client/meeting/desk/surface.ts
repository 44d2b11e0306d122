import { useWide } from '../../live/page/surface.ts'

/** The facilitator's screen: a laptop, or a phone where there is no more room than a phone has. */
export function useSurface(): 'laptop' | 'phone' {
  return useWide() ? 'laptop' : 'phone'
}
