/** The text in GraphiQL's variables editor. */
import type { Variables } from './examples'

/** Return the text with fresh values for what the example fills in; what else was typed stays. */
export function withFresh(text: string, fresh: Variables): string {
  const all = merged(parsed(text), fresh)
  return Object.keys(all).length > 0 ? JSON.stringify(all, null, 2) : ''
}

function merged(old: Variables, fresh: Variables): Variables {
  const result = { ...old }
  for (const [name, value] of Object.entries(fresh)) {
    result[name] = isObject(value) && isObject(old[name]) ? merged(old[name], value) : value
  }
  return result
}

function parsed(text: string): Variables {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function isObject(value: unknown): value is Variables {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
