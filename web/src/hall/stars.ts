/** Which lots the viewer follows: one small set for all pages. */
import { signal } from '@preact/signals'
import { FollowOneDocument, StarredLotsDocument, UnfollowOneDocument } from '../gql/hall'
import { mutate, query } from '../net/client'
import { asFault, isRefusal } from '../net/faults'
import { InOrder } from '../net/inorder'
import { me, requireSignIn } from '../net/session'
import { toast } from '../parts/Toast'
import { pick } from '../words/i18n'

export const starred = signal<ReadonlySet<string>>(new Set())

const asking = new InOrder()

/** Read the viewer's stars anew; nobody has none. */
export async function readStars(): Promise<void> {
  if (!me.peek()) {
    asking.forget()
    starred.value = new Set()
    return
  }
  try {
    await asking.take(
      () => query(StarredLotsDocument, {}),
      ({ running, coming }) => {
        starred.value = new Set([...running.edges, ...coming.edges].map(edge => edge.node.id))
      },
    )
  } catch {
    // The stars are an extra: the page stands without them.
  }
}

/** Follow a lot or no longer; shown at once, taken back with a sentence if it was refused. */
export async function toggleStar(lotId: string): Promise<void> {
  if (!(await requireSignIn())) return
  const was = starred.peek().has(lotId)
  put(lotId, !was)
  try {
    const said = was
      ? (await mutate(UnfollowOneDocument, { lotId })).unfollowLot
      : (await mutate(FollowOneDocument, { lotId })).followLot
    if (!isRefusal(said)) return
    toast(pick({ bn: said.messageBn, en: said.messageEn }))
  } catch (thrown) {
    toast(pick(asFault(thrown)))
  }
  put(lotId, was)
}

function put(lotId: string, on: boolean): void {
  // An answer that is under way does not know of it.
  asking.forget()
  const next = new Set(starred.peek())
  if (on) next.add(lotId)
  else next.delete(lotId)
  starred.value = next
}
