/** What a device calls itself where its owner looks for it again: "Chrome, SM-A105F". */

// The first that fits: nearly all of them say that they are Safari, and most that they are Chrome.
const BROWSERS: [RegExp, string][] = [
  [/FB_IAB|FBAN/, 'Facebook'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/UCBrowser/, 'UC Browser'],
  [/OPR|OPX|Opera/, 'Opera'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]
// Newer browsers call every model "K"; Firefox tells none.
const MODEL = /Android [\d.]+; (?!(?:K|Mobile|Tablet)\b)([^;)]+?)(?: Build|[;)])/

export function deviceOf(agent: string): string {
  const nameIn = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1]
  const machine = MODEL.exec(agent)?.[1] ?? nameIn(SYSTEMS)
  return [nameIn(BROWSERS), machine].filter(Boolean).join(', ').slice(0, 80)
}
