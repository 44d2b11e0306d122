import { later, onDemand } from '../../live/page/later.tsx'

/** The surfaces of a meeting that come after the first load. */
export const stations = {
  phone: later(() => import('../../stations/phone/PhoneStation.tsx').then((m) => m.ParticipantStation)),
  desk: onDemand(async () => {
    const [station] = await Promise.all([
      import('../../stations/desk/DeskStation.tsx'),
      import('../../live/words/desk.ts'),
    ])
    return station.FacilitatorStation
  }),
} as const
