// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TypedDocument } from '../src/net/document'
import { type Loaded, useQuery } from '../src/net/load'
import { me } from '../src/net/tokens'

type Data = { state: string }
type Variables = { id: string }
type Asked = { variables: Variables; answer: (state: string) => Promise<void> }

const STATE = new TypedDocument<Data, Variables>('query State { state }')

let asked: Asked[]
let loaded: Loaded<Data>

beforeEach(() => {
  asked = []
  me.value = null
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    return new Promise(resolve => {
      asked.push({
        variables: JSON.parse(body).variables,
        answer: state => {
          resolve({ json: async () => ({ data: { state } }) })
          return quiet()
        },
      })
    })
  })
})

afterEach(() => {
  render(null, document.body)
  vi.unstubAllGlobals()
  me.value = undefined
})

test('an answer from before does not take back what a newer one showed', async () => {
  await show('shop')
  await asked[0]?.answer('draft')
  void loaded.reload()
  void loaded.reload()
  await quiet()

  await asked[2]?.answer('submitted')
  await asked[1]?.answer('draft')

  expect(loaded.data.value).toEqual({ state: 'submitted' })
})

test('what was asked of one thing is not shown of another', async () => {
  await show('one')
  await show('other')

  await asked[0]?.answer('of the one')
  expect(loaded.data.value).toBe(null)
  await asked[1]?.answer('of the other')

  expect(loaded.data.value).toEqual({ state: 'of the other' })
})

test('who asks again from a picture of before asks for what is shown now', async () => {
  await show('one')
  const { reload } = loaded
  await show('other')

  void reload()
  await quiet()

  expect(asked.map(({ variables }) => variables.id)).toEqual(['one', 'other', 'other'])
})

function Shown({ id }: Variables) {
  loaded = useQuery(STATE, { id })
  return null
}

async function show(id: string): Promise<void> {
  await act(() => render(<Shown id={id} />, document.body))
  await quiet()
}

/** Let what is under way come to rest. */
async function quiet(): Promise<void> {
  await act(() => new Promise(resolve => setTimeout(resolve)))
}
