export const facilitator = {} as const
