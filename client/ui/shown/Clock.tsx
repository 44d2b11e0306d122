/** A time of day or a length of time, given in words. */
export function Clock({ text, dateTime }: { text: string; dateTime?: string }) {
  return <time dateTime={dateTime}>{text}</time>
}
