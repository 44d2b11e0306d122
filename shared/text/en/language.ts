/** How these sentences write days and lists: the European way, as the circles do that they are written for. */
export const language = 'en-GB'
