/** The key that does the same as the button it stands in; screen readers learn it from the help. */
export function Key({ name }: { name: string }) {
  return (
    <span class="key" aria-hidden="true">
      {name}
    </span>
  )
}
