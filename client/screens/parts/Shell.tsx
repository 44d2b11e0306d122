/** What stands on the page before anything of the app is here, as `index.html` has it: never an empty screen. */
export function Shell() {
  return (
    <svg className="shell" viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="32" cy="32" r="22" />
      <circle cx="32" cy="10" r="7" />
      <circle cx="51" cy="43" r="7" />
      <circle cx="13" cy="43" r="8" />
    </svg>
  )
}
