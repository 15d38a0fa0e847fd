import { type FragmentDefinitionNode, Kind, parse, print, visit } from 'graphql'

/** Return the text of each named operation with all fragments it needs, from any of the files. */
export function operationsOf(files: string[]): Record<string, string> {
  const definitions = files.flatMap(text => parse(text).definitions)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  }
  const found: Record<string, string> = {}
  for (const each of definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION || !each.name) continue
    const needed = new Set<string>()
    const collect = (node: Parameters<typeof visit>[0]) => {
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
    found[each.name.value] = parts.map(print).join('\n')
  }
  return found
}
