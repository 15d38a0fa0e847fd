// Writes what the pages know of the schema, checked against its printed form:
//   src/gql.ts          the types of all operations in src/ops; nothing of it is left in the build
//   src/gql/<file>.ts   the texts of one file's operations, which come with the page that asks them
// `--check` only compares, and fails on a difference.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as operationTypes from '@graphql-codegen/typescript-operations'
import { buildSchema, Kind, parse } from 'graphql'
import { operationsOf } from './operations.mjs'

const OPS = new URL('src/ops/', import.meta.url)
const TYPES = 'src/gql.ts'
const TEXTS = 'src/gql/'
const NOTE = '// Written by codegen.mjs (npm run codegen). Do not edit.'
const sdl = readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8')

const files = readdirSync(OPS)
  .filter(name => name.endsWith('.graphql'))
  .sort()
  .map(name => ({ name, text: readFileSync(new URL(name, OPS), 'utf8') }))
const texts = operationsOf(files.map(({ text }) => text))

/** The types of all operations. */
function types() {
  return codegen({
    filename: TYPES,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: files.map(({ name, text }) => ({ location: name, document: parse(text) })),
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      skipTypename: true,
      avoidOptionals: { field: true },
      scalars: {
        Cursor: 'string',
        Date: 'string',
        DateTime: 'string',
        JSON: 'unknown',
        Paisa: 'number',
      },
    },
    plugins: [{ add: {} }, { operationTypes: {} }],
    pluginMap: { add: { plugin: () => NOTE }, operationTypes },
  })
}

/** The operations of one file, each knowing its types. */
function documents({ text }) {
  const operations = parse(text)
    .definitions.filter(each => each.kind === Kind.OPERATION_DEFINITION)
    .map(({ name, operation }) => ({
      name: name.value,
      type: `types.${name.value}${operation[0].toUpperCase()}${operation.slice(1)}`,
    }))
  const made = operations.map(
    ({ name, type }) =>
      `export const ${name}Document = /* @__PURE__ */ new TypedDocument<${type}, ${type}Variables>(\n` +
      `  ${JSON.stringify(texts[name])},\n)`,
  )
  const imports = `import type * as types from '../gql'\nimport { TypedDocument } from '../net/document'`
  return [NOTE, imports, '', ...made, ''].join('\n')
}

const written = new Map([[TYPES, await types()]])
for (const file of files) {
  const made = documents(file)
  if (made.includes('export')) written.set(TEXTS + file.name.replace('.graphql', '.ts'), made)
}

/** What a file holds; null if there is none. */
function read(path) {
  try {
    return readFileSync(new URL(path, import.meta.url), 'utf8')
  } catch {
    return null
  }
}

if (process.argv.includes('--check')) {
  const there = readdirSync(new URL(TEXTS, import.meta.url)).map(name => TEXTS + name)
  const differ = [...new Set([...written.keys(), ...there])].filter(
    path => read(path) !== (written.get(path) ?? null),
  )
  if (differ.length > 0) {
    console.error(`Not what the operations ask for: ${differ.join(', ')}. Run \`npm run codegen\`.`)
    process.exit(1)
  }
} else {
  rmSync(new URL(TEXTS, import.meta.url), { recursive: true, force: true })
  mkdirSync(new URL(TEXTS, import.meta.url))
  for (const [path, text] of written) writeFileSync(new URL(path, import.meta.url), text)
}
