/** Putting examples and tokens into GraphiQL's editors. */
import { useEditorContext, useExecutionContext } from '@graphiql/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { withToken } from './authorization'
import type { Example, Variables } from './examples'
import { withFresh } from './variables'

type Opening = { example: Example; variables: Variables; run: boolean }

/** Return which example the active tab holds, and a function that opens one. */
export function useReady(examples: Example[], token: string | null) {
  const editor = useEditorContext({ nonNull: true, caller: useReady })
  const execution = useExecutionContext({ nonNull: true, caller: useReady })
  const [opening, setOpening] = useState<Opening | null>(null)
  const { queryEditor, variableEditor, headerEditor, responseEditor } = editor
  const loaded = queryEditor && variableEditor && headerEditor && responseEditor

  useTokenInHeaders(token)

  const open = useCallback((next: Opening) => setOpening(next), [])

  // GraphiQL's doors work one render at a time: stop, then the tab, then its contents, then run.
  useEffect(() => {
    if (!opening || !loaded) return
    if (execution.isSubscribed) {
      execution.stop()
      return
    }
    const { example, variables, run } = opening
    const index = editor.tabs.findIndex(tab => example.operations.includes(tab.title))
    if (index < 0) {
      editor.addTab()
      // A new tab has GraphiQL's words in it; with the example's, the next render finds it by name.
      queryEditor.setValue(example.query)
      editor.updateActiveTabValues({
        query: example.query,
        operationName: example.operations[0] ?? null,
      })
      return
    }
    if (index !== editor.activeTabIndex) {
      editor.changeTab(index)
      return
    }
    setOpening(null)
    variableEditor.setValue(withFresh(variableEditor.getValue(), variables))
    if (run) {
      editor.setOperationName(example.operations[0] ?? '')
      execution.run()
    }
  }, [opening, loaded, editor, execution, queryEditor, variableEditor])

  const title = editor.tabs[editor.activeTabIndex]?.title ?? ''
  return { active: examples.find(each => each.operations.includes(title)), open }
}

/** Keep the token in the headers of the active tab; a token typed by hand is left alone. */
function useTokenInHeaders(token: string | null) {
  const { headerEditor, activeTabIndex } = useEditorContext({ nonNull: true, caller: useReady })
  const written = useRef<string[]>([])

  useEffect(() => {
    if (!headerEditor) return
    const before = headerEditor.getValue()
    const after = withToken(before, token, written.current)
    if (token && !written.current.includes(token)) written.current.push(token)
    if (after !== before) headerEditor.setValue(after)
  }, [token, headerEditor, activeTabIndex])
}
