/** @jsxImportSource react */
/** The page at `/graphiql`: GraphiQL with the haat in it. */
import '@fontsource/noto-sans-bengali/bengali-400.css'
import '@fontsource/noto-sans-bengali/bengali-700.css'
import 'graphiql/graphiql.css'
import './style.css'
import { GraphiQLInterface, GraphiQLProvider } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { Refused } from './asking'
import { Bar } from './Bar'
import { EXAMPLES, type Surroundings } from './examples'
import { featuredLot } from './featured'
import { createFetcher } from './fetcher'
import { fetchDemo } from './personas'

async function look(): Promise<{ start: Surroundings; startFault: Refused | null }> {
  const demo = fetchDemo()
  try {
    return { start: { lot: await featuredLot(), demo: await demo }, startFault: null }
  } catch (fault) {
    const startFault = fault instanceof Refused ? fault : new Refused('', String(fault))
    return { start: { lot: null, demo: await demo }, startFault }
  }
}

async function start() {
  const place = document.getElementById('app')
  if (!place) return
  const found = await look()
  const tabs = EXAMPLES.map(({ query, variables }) => ({
    query,
    variables: JSON.stringify(variables(found.start), null, 2),
  }))
  createRoot(place).render(
    // The tabs live as long as the browser's tab: on another day other lots are running.
    <GraphiQLProvider
      fetcher={createFetcher('/graphql')}
      defaultTabs={tabs}
      storage={sessionStorage}
    >
      <Bar {...found} />
      <main>
        <GraphiQLInterface
          defaultEditorToolsVisibility="variables"
          showPersistHeadersSettings={false}
        />
      </main>
    </GraphiQLProvider>,
  )
}

void start()
