// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TypedDocument } from '../src/net/document'
import { type Paged, usePages } from '../src/net/pages'
import { me } from '../src/net/tokens'

type Page = { edges: string[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
type Data = { list: Page }
type Variables = { kind: string; after?: string | null }
type Asked = {
  variables: Variables
  answer: (page: Page) => Promise<void>
  fail: () => Promise<void>
}

const LIST = new TypedDocument<Data, Variables>('query List { list }')

let asked: Asked[]
let shown: Paged<Data, string>

beforeEach(() => {
  asked = []
  me.value = null
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    return new Promise((resolve, reject) => {
      asked.push({
        variables: JSON.parse(body).variables,
        answer: page => {
          resolve({ json: async () => ({ data: { list: page } }) })
          return quiet()
        },
        fail: () => {
          reject(new Error('no line'))
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

test('a list begins with its first page and grows by the next until the last', async () => {
  await show('cows')
  expect(shown.edges).toBe(null)
  await asked[0]?.answer(page('a b', 'b'))
  expect(shown.edges).toEqual(['a', 'b'])

  void shown.more?.()
  await quiet()
  expect(asked[1]?.variables).toEqual({ kind: 'cows', after: 'b' })
  await asked[1]?.answer(page('c', null))

  expect(shown.edges).toEqual(['a', 'b', 'c'])
  expect(shown.more).toBe(null)
})

test('two touches in haste ask for one page', async () => {
  await show('cows')
  await asked[0]?.answer(page('a', 'a'))

  void shown.more?.()
  void shown.more?.()
  await quiet()
  await asked[1]?.answer(page('b', 'b'))

  expect(asked).toHaveLength(2)
  expect(shown.edges).toEqual(['a', 'b'])
})

test('a page that comes after the list began anew is not hung onto the new list', async () => {
  await show('cows')
  await asked[0]?.answer(page('a', 'a'))
  void shown.more?.()
  await quiet()

  void shown.reload()
  await quiet()
  await asked[2]?.answer(page('new a', 'a'))
  await asked[1]?.answer(page('b', null))

  expect(shown.edges).toEqual(['new', 'a'])
  expect(shown.more).not.toBe(null)
})

test('while another list is awaited the old one stays, and does not go on', async () => {
  await show('cows')
  await asked[0]?.answer(page('a', 'a'))
  void shown.more?.()
  await quiet()
  await asked[1]?.answer(page('b', 'b'))

  await show('goats')
  expect(shown.edges).toEqual(['a', 'b'])
  expect(shown.more).toBe(null)
  await asked[2]?.answer(page('kid', 'kid'))

  expect(asked[2]?.variables).toEqual({ kind: 'goats' })
  expect(shown.edges).toEqual(['kid'])
  expect(shown.more).not.toBe(null)
})

test('a page that did not come can be asked for again, and what is there stays', async () => {
  await show('cows')
  await asked[0]?.answer(page('a', 'a'))
  void shown.more?.()
  await quiet()
  await asked[1]?.fail()
  expect(shown.edges).toEqual(['a'])

  void shown.more?.()
  await quiet()
  await asked[2]?.answer(page('b', null))

  expect(shown.edges).toEqual(['a', 'b'])
})

function List({ kind }: { kind: string }) {
  shown = usePages(LIST, { kind } as Variables, data => data.list)
  return null
}

async function show(kind: string) {
  render(<List kind={kind} />, document.body)
  await quiet()
}

function page(edges: string, endCursor: string | null): Page {
  return { edges: edges.split(' '), pageInfo: { hasNextPage: endCursor !== null, endCursor } }
}

/** Let all happen that can: answers are read, what they change is drawn, effects have run. */
async function quiet() {
  for (let turn = 0; turn < 3; turn += 1) await act(() => new Promise(done => setTimeout(done)))
}
