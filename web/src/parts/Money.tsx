/** An amount, never broken over two lines. */
import { money } from '../words/numbers'

export function Money({ paisa }: { paisa: number }) {
  return <span class="money">{money(paisa)}</span>
}
