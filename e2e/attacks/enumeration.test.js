import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorOf, newClient } from '../lib/client.js'
import { mustCall, newUser } from '../lib/people.js'
import { account } from '../lib/server.js'
import { newStage, password } from '../lib/stage.js'

const stage = newStage()
const stranger = newClient(stage)
const incorrect = 'Your authentication information is incorrect. Please try again.'

/** Whom a stranger may name. Each is typed with a password that is wrong. */
const named = {
  'a user': { account: account.alias, username: 'Known' },
  'a user by the number of the account': { account: account.id, username: 'Known' },
  'no user': { account: account.alias, username: 'Nobody' },
  'no account': { account: '999999999999', username: 'Known' },
  'no alias': { account: 'no-such-alias', username: 'Known' },
  'a user without a password': { account: account.alias, username: 'Machine' },
}

const roots = {
  'the root user': () => ({ email: stage.server.root.email }),
  'no root user': () => ({ email: 'nobody@example.com' }),
}

const typed = (path, fields) => stranger.post(path, { ...fields, password: 'wrong' })

/** An answer without what was typed, and without the time of the day. */
function seen({ status, headers, text }, fields) {
  let page = text
  for (const value of Object.values(fields)) page = page.replaceAll(value, '')
  const { date, ...rest } = headers
  assert.ok(date)
  return { status, page, headers: { ...rest, 'content-length': undefined } }
}

test('an answer tells nobody whether the account, the user, the password or the root user exists', async () => {
  await newUser(stage.administrator, 'Known', password)
  await mustCall(stage.administrator, 'iam', 'CreateUser', { UserName: 'Machine' })
  const all = [
    ['/signin', named],
    ['/signin/-/root', Object.fromEntries(Object.entries(roots).map(([what, of]) => [what, of()]))],
  ]
  for (const [path, people] of all) {
    const answers = []
    for (const [what, fields] of Object.entries(people)) {
      const answer = await typed(path, fields)
      assert.equal(errorOf(answer), incorrect, what)
      answers.push([what, seen(answer, fields)])
    }
    for (const [what, answer] of answers) assert.deepEqual(answer, answers[0][1], what)
  }
})

// How much work it is the test TestTheWorkIsTheSameWhoeverIsNamed counts. Here the clock only has to show that nobody is answered without it: the shortest of several
// times is the one that nothing else on the machine has lengthened.
test('an answer takes no less time for who does not exist', async () => {
  const shortest = Object.fromEntries(Object.keys(named).map((what) => [what, Infinity]))
  for (let round = 0; round < 11; round++)
    for (const [what, fields] of Object.entries(named)) {
      const begun = performance.now()
      await typed('/signin', fields)
      shortest[what] = Math.min(shortest[what], performance.now() - begun)
    }
  const most = Math.max(...Object.values(shortest))
  for (const [what, time] of Object.entries(shortest))
    assert.ok(time > most / 3, `${what}: ${JSON.stringify(shortest)}`)
})
