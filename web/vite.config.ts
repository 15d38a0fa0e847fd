import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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

export default defineConfig({
  plugins: [withoutEmbeddedFonts(), packed()],
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
    modulePreload: { polyfill: false },
    // GraphiQL is one large tool that is loaded once and kept for a year.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { graphiql: 'graphiql.html' },
      // Radix marks its files for server components, which we do not have.
      checks: { moduleLevelDirective: false },
    },
  },
  server: {
    proxy: {
      '/graphql': { target: SERVER, ws: true },
      '/demo': SERVER,
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
})
