import { afterEach, expect, test, vi } from 'vitest'
import { PutInDocument } from '../src/gql/cart'
import { mutate } from '../src/net/client'
import { hold, me } from '../src/net/tokens'

const VIEWER = { id: 'Account:1' } as NonNullable<typeof me.value>

afterEach(() => {
  vi.unstubAllGlobals()
  me.value = undefined
})

test('what is done while it is not known who is here waits, and is done as who that is', async () => {
  const sent = vi.fn(async (_: string, options: RequestInit) => {
    void options
    return { json: async () => ({ data: { putInCart: { __typename: 'Cart' } } }) }
  })
  vi.stubGlobal('fetch', sent)
  me.value = undefined

  const done = mutate(PutInDocument, { variantId: 'V:1', quantity: 1, cartToken: null })
  await new Promise(resolve => setTimeout(resolve))
  expect(sent).not.toHaveBeenCalled()

  hold({ token: 'mine', endsAt: Date.now() + 600_000, viewer: VIEWER })
  await done
  const headers = sent.mock.calls[0]?.[1].headers as Record<string, string>
  expect(headers.authorization).toBe('Bearer mine')
})
