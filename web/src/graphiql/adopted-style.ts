/**
 * Takes the place of `react-style-singleton` (see vite.config.ts), by which GraphiQL's dialogs keep
 * the page behind them still. That one writes a style element, which our content policy refuses; a
 * sheet made by script says the same and is allowed.
 */
import { useEffect } from 'react'

type Props = { styles: string; dynamic?: unknown }

/** Two at once may say the same thing twice, which does no harm: no need to count them. */
export function styleSingleton() {
  return Style
}

function Style({ styles }: Props): null {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
    }
  }, [styles])
  return null
}
