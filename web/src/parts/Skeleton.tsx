/** The shape of what comes, at its final height, so that nothing jumps. */
export function Skeleton({ rows = 3, tall = false }: { rows?: number; tall?: boolean }) {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} class={tall ? 'bone tall' : 'bone'} />
      ))}
    </div>
  )
}
