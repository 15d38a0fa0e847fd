// Writes src/gql.ts: the types and texts of all operations in src/ops, checked against the printed schema.
// `--check` only compares, and fails on a difference.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as documentNodes from '@graphql-codegen/typed-document-node'
import * as operationTypes from '@graphql-codegen/typescript-operations'
import { buildSchema, parse } from 'graphql'

const OPS = new URL('src/ops/', import.meta.url)
const OUT = new URL('src/gql.ts', import.meta.url)
const sdl = readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8')

const documents = readdirSync(OPS)
  .filter(name => name.endsWith('.graphql'))
  .sort()
  .map(name => ({ location: name, document: parse(readFileSync(new URL(name, OPS), 'utf8')) }))

const text = await codegen({
  filename: 'src/gql.ts',
  schema: parse(sdl),
  schemaAst: buildSchema(sdl),
  documents,
  config: {
    documentMode: 'string',
    useTypeImports: true,
    enumsAsTypes: true,
    skipTypename: true,
    dedupeFragments: true,
    avoidOptionals: { field: true },
    scalars: {
      Cursor: 'string',
      Date: 'string',
      DateTime: 'string',
      JSON: 'unknown',
      Paisa: 'number',
    },
  },
  plugins: [{ add: {} }, { operationTypes: {} }, { documentNodes: {} }],
  pluginMap: {
    add: { plugin: () => '// Written by codegen.mjs (npm run codegen). Do not edit.' },
    operationTypes,
    documentNodes,
  },
})

if (process.argv.includes('--check')) {
  if (readFileSync(OUT, 'utf8') !== text) {
    console.error('src/gql.ts is not what the operations ask for: run `npm run codegen`.')
    process.exit(1)
  }
} else {
  writeFileSync(OUT, text)
}
