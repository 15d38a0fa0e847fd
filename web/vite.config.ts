import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { operationsOf } from './operations.mjs'

// Where `hmk serve` listens while the pages are being written.
const SERVER = process.env.HMK_PUBLIC_URL ?? 'http://127.0.0.1:8000'
// Below this a packed file saves less than its header costs.
const LEAST_PACKED = 600

/** Leave GraphiQL's two Latin fonts out: 270 KB that say no more than the system's own. */
function withoutEmbeddedFonts(): Plugin {
  return {
    name: 'without-embedded-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('graphiql/dist/style.css')) return null
      return { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null }
    },
  }
}

/** Put `.br` and `.gz` beside each text: packed once here, not by the server for each visitor. */
function packed(): Plugin {
  let folder = ''
  return {
    name: 'packed',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir, config.build.assetsDir)
    },
    closeBundle() {
      for (const name of readdirSync(folder).filter(each => /\.(js|css|svg)$/.test(each))) {
        const file = join(folder, name)
        const text = readFileSync(file)
        if (text.length < LEAST_PACKED) continue
        writeFileSync(`${file}.br`, brotliCompressSync(text))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}

/** Write what the server reads beside the pages: the texts of their operations, and fonts for cards. */
function forTheServer(): Plugin {
  return {
    name: 'for-the-server',
    apply: 'build',
    generateBundle() {
      const folder = join(import.meta.dirname, 'src/ops')
      const documents = operationsOf(
        readdirSync(folder)
          .filter(name => name.endsWith('.graphql'))
          .map(name => readFileSync(join(folder, name), 'utf8')),
      )
      this.emitFile({
        type: 'asset',
        fileName: 'documents.json',
        source: JSON.stringify(documents),
      })
      const fonts = join(import.meta.dirname, 'node_modules/@fontsource/noto-sans-bengali/files')
      for (const script of ['bengali', 'latin']) {
        for (const weight of ['400', '700']) {
          this.emitFile({
            type: 'asset',
            fileName: `cards/${script}-${weight}.woff2`,
            source: readFileSync(join(fonts, `noto-sans-bengali-${script}-${weight}-normal.woff2`)),
          })
        }
      }
    },
  }
}

/** Write the worker: its list of files, and a version that changes with any of them. */
function worker(): Plugin {
  return {
    name: 'worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const isOurs = (name: string) => /^assets\/.*\.(js|css)$/.test(name) && !isTool(bundle, name)
      const files = Object.keys(bundle).filter(isOurs).sort()
      const text = readFileSync(join(import.meta.dirname, 'src/sw.js'), 'utf8')
      const page = bundle['index.html']
      const shell = page?.type === 'asset' ? String(page.source) : ''
      const version = createHash('sha256')
        .update([...files, text, shell].join('\n'))
        .digest('hex')
        .slice(0, 12)
      const list = JSON.stringify(files.map(name => `/${name}`))
      const head = `const FILES = ${list}\nconst VERSION = '${version}'\n`
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + text })
    },
  }
}

/** Return a module and all that it imports without waiting. */
function withImports(id: string, graph: Rolldown.ChunkingContext, found = new Set<string>()) {
  if (found.has(id)) return found
  found.add(id)
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) withImports(next, graph, found)
  return found
}

/** Put what every visit needs into one file: a slow line pays for each further one by a round. */
function firstLoad(): (id: string, graph: Rolldown.ChunkingContext) => string | null {
  const [pages, tool] = ['main.tsx', 'graphiql/main.tsx'].map(name =>
    join(import.meta.dirname, 'src', name),
  ) as [string, string]
  let needed: Set<string> | null = null
  return (id, graph) => {
    if (!needed) {
      needed = withImports(pages, graph)
      // What the developers' tool needs too stays a file of its own.
      for (const shared of [pages, ...withImports(tool, graph)]) needed.delete(shared)
    }
    return needed.has(id) ? 'first' : null
  }
}

// GraphiQL is a developer's tool: 0.9 MB that no phone should keep.
function isTool(bundle: Rolldown.OutputBundle, name: string): boolean {
  if (name.includes('graphiql')) return true
  const chunk = bundle[name]
  return chunk?.type === 'chunk' && /graphiql|codemirror|react-dom/.test(chunk.moduleIds.join('\n'))
}

export default defineConfig({
  plugins: [withoutEmbeddedFonts(), forTheServer(), worker(), packed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: {
      'react-style-singleton': join(import.meta.dirname, 'src/graphiql/adopted-style.ts'),
    },
  },
  build: {
    outDir: '../hmk_graph/static/web',
    emptyOutDir: true,
    // Data addresses for fonts and pictures would need a wider content policy.
    assetsInlineLimit: 0,
    target: ['chrome87', 'firefox78', 'safari14'],
    modulePreload: { polyfill: false },
    // GraphiQL is one large tool that is loaded once and kept for a year.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: 'index.html', graphiql: 'graphiql.html' },
      // Radix marks its files for server components, which we do not have.
      checks: { moduleLevelDirective: false },
      output: { codeSplitting: { groups: [{ name: firstLoad() }] } },
    },
  },
  server: {
    proxy: {
      // The server takes sockets from its own pages alone.
      '/graphql': { target: SERVER, ws: true, headers: { origin: SERVER } },
      '/demo': SERVER,
      '/haat/lots': SERVER,
    },
  },
  test: { include: ['tests/**/*.test.{ts,tsx}'] },
})
