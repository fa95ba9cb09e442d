import { expect, test } from 'vitest'
import { turns } from './turns'

/** Questions whose answers come when the test says so. */
function questions() {
  const asked: string[] = []
  const answers = new Map<string, () => void>()
  const ask = (name: string) => () => {
    asked.push(name)
    return new Promise<void>((answer) => answers.set(name, answer))
  }
  return { asked, ask, answer: (name: string) => answers.get(name)!() }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('no more questions are under way than there may be', async () => {
  const { asked, ask, answer } = questions()
  const inTurn = turns(2)
  const { signal } = new AbortController()
  const all = ['a', 'b', 'c'].map((name) => inTurn(ask(name), signal))
  await settled()
  expect(asked).toEqual(['a', 'b'])
  answer('a')
  await settled()
  expect(asked).toEqual(['a', 'b', 'c'])
  answer('b')
  answer('c')
  await Promise.all(all)
})

test('a question that nobody waits for is not asked, and the next one is', async () => {
  const { asked, ask, answer } = questions()
  const inTurn = turns(1)
  const gone = new AbortController()
  const first = inTurn(ask('first'), new AbortController().signal)
  const second = inTurn(ask('gone'), gone.signal)
  const third = inTurn(ask('third'), new AbortController().signal)
  gone.abort()
  answer('first')
  await expect(second).rejects.toThrow()
  await settled()
  expect(asked).toEqual(['first', 'third'])
  answer('third')
  await Promise.all([first, third])
})
