// Drives one Chromium for the tests in tests/browser (Python), which also hold the servers and the lines.
//
// A line of JSON on stdin asks, a line on stdout answers:
//   {"id": 1, "on": "browser", "calls": [["newContext", {}]]} -> {"id": 1, "value": {"thing": "t1"}}
//   {"id": 2, "on": "t2", "calls": [["getByRole", "button", {"name": "EN"}], ["click"]]}
//   {"id": 3, "on": "t2", "until": "() => document.title !== ''"}
//   {"id": 4, "on": "t3", "record": ["Network.loadingFinished"]}   a CDP session tells what happens
// Unasked it tells {"on": "t2", "noise": "..."}, what a page wrote to its console, and
// {"on": "t3", "event": "Network...", "params": {}}, what was recorded.
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'

const PATIENCE_MS = 60_000
const LOOK_AGAIN_MS = 50
const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const things = new Map()
let made = 0

function tell(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Keep a thing of Playwright's for later calls; anything else is answered as it is. */
function answerable(value) {
  if (Array.isArray(value)) return value.map(answerable)
  if (typeof value?.on !== 'function') return value ?? null
  for (const [name, kept] of things) if (kept === value) return { thing: name }
  made += 1
  const name = `t${made}`
  things.set(name, value)
  if (typeof value.setDefaultTimeout === 'function') value.setDefaultTimeout(PATIENCE_MS)
  if (typeof value.goto === 'function') listenTo(value, name)
  return { thing: name }
}

function listenTo(page, on) {
  const noise = text => tell({ on, noise: text })
  page.on('console', message => noise(`${message.type()}: ${message.text()}`))
  page.on('pageerror', fault => noise(`uncaught: ${fault.message}`))
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(http|ws)s?:$/.test(protocol) && hostname !== '127.0.0.1') noise(`asks ${hostname}`)
  })
  page.on('close', () => things.delete(on))
}

function argument(value) {
  return value?.thing ? things.get(value.thing) : value
}

async function walk(from, calls) {
  let now = from
  for (const [name, ...args] of calls) {
    const part = now[name]
    now = typeof part === 'function' ? await part.apply(now, args.map(argument)) : part
  }
  return now
}

/** Look again and again: a page that is on its way to another address cannot be asked for a moment. */
async function until(page, question) {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    let found
    try {
      found = await page.evaluate(question)
    } catch (fault) {
      if (!/context was destroyed|navigat/.test(fault.message)) throw fault
    }
    if (found) return found
    if (Date.now() > deadline) throw new Error(`It never came: ${question}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

async function answer({ id, on, calls, until: question, record }) {
  try {
    const thing = things.get(on)
    if (!thing) throw new Error(`There is no ${on} any more.`)
    let value = null
    if (question) value = await until(thing, question)
    else if (calls) value = await walk(thing, calls)
    for (const event of record ?? []) thing.on(event, params => tell({ on, event, params }))
    tell({ id, value: answerable(value) })
  } catch (fault) {
    tell({ id, fault: String(fault?.message ?? fault) })
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET })
things.set('browser', browser)
tell({ id: 0, value: browser.version() })
const asked = createInterface({ input: process.stdin })
asked.on('line', line => void answer(JSON.parse(line)))
asked.on('close', () => void browser.close())
