/** How an attempt ended: what was wrong, or that it is done; nothing before. */

export function Said({ wrong, done }: { wrong: string | null; done: string | false }) {
  if (wrong) {
    return (
      <p class="notice bad" role="alert">
        {wrong}
      </p>
    )
  }
  return done ? (
    <p class="notice good" role="status">
      {done}
    </p>
  ) : null
}
