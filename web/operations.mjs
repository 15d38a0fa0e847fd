import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql'

/**
 * Return the text of each named operation with all fragments it needs, from any of the files.
 *
 * @param {string[]} files what stands in them
 * @returns {Record<string, string>} texts without what the server ignores, by operation
 */
export function operationsOf(files) {
  const definitions = files.flatMap(text => parse(text).definitions)
  /** @type {Map<string, import('graphql').FragmentDefinitionNode>} */
  const fragments = new Map()
  for (const each of definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  }
  /** @type {Record<string, string>} */
  const found = {}
  for (const each of definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION || !each.name) continue
    /** @type {Set<string>} */
    const needed = new Set()
    /** @param {import('graphql').ASTNode} node */
    const collect = node => {
      visit(node, {
        FragmentSpread(spread) {
          const name = spread.name.value
          const fragment = fragments.get(name)
          if (!fragment || needed.has(name)) return
          needed.add(name)
          collect(fragment)
        },
      })
    }
    collect(each)
    const parts = [each, ...[...needed].sort().flatMap(name => fragments.get(name) ?? [])]
    found[each.name.value] = stripIgnoredCharacters(parts.map(print).join('\n'))
  }
  return found
}
