/**
 * What stands on the page before anything of the app is here, as `index.html` has it: never an empty screen. There it
 * is drawn before any style has come, so its place and its size are its own.
 */
export function Shell() {
  return (
    <svg className="shell" width="100%" height="480" viewBox="-118 -181 300 427" aria-hidden="true">
      <circle cx="32" cy="32" r="22" />
      <circle cx="32" cy="10" r="7" />
      <circle cx="51" cy="43" r="7" />
      <circle cx="13" cy="43" r="8" />
    </svg>
  )
}
