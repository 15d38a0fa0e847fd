import { beforeEach, expect, test } from 'vitest'
import { InOrder } from '../src/net/inorder'

type Asked = { answer: (text: string) => void; fail: () => void }

let asked: Asked[]
let shown: string[]
let asking: InOrder

beforeEach(() => {
  asked = []
  shown = []
  asking = new InOrder()
})

function ask(): Promise<void> {
  return asking.take(
    () =>
      new Promise<string>((resolve, reject) => {
        asked.push({ answer: resolve, fail: () => reject(new Error('no line')) })
      }),
    text => shown.push(text),
  )
}

test('an answer that a newer one has overtaken is not shown', async () => {
  const old = ask()
  const young = ask()
  asked[1]?.answer('new')
  await young
  asked[0]?.answer('old')
  await old

  expect(shown).toEqual(['new'])
})

test('on a slow line answers are shown although the next question is out already', async () => {
  const first = ask()
  const second = ask()
  asked[0]?.answer('first')
  await first
  expect(shown).toEqual(['first'])

  void ask()
  asked[1]?.answer('second')
  await second

  expect(shown).toEqual(['first', 'second'])
})

test('what was asked of another thing is dropped, and what is asked after that is not', async () => {
  const old = ask()
  asking.forget()
  const young = ask()
  asked[0]?.answer('of the old')
  asked[1]?.answer('of the new')
  await Promise.all([old, young])

  expect(shown).toEqual(['of the new'])
})

test('a failure is told unless something newer is shown', async () => {
  const old = ask()
  const young = ask()
  asked[1]?.answer('new')
  await young
  asked[0]?.fail()
  await old

  const last = ask()
  asked[2]?.fail()
  await expect(last).rejects.toThrow('no line')
  expect(shown).toEqual(['new'])
})
