"""What must hold for every page: silence, one heading, access for everybody, room at any size."""

from __future__ import annotations

from tests.browser.driver import AXE, Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = """async tags => {
    const found = await axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
    })
    return found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))
}"""
LANDMARKS = """() => ['h1', 'main'].map(name => document.querySelectorAll(name).length)"""
WIDER = """() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const parts = [...document.querySelectorAll('body *')]
    const over = parts.filter(part => part.getBoundingClientRect().right > room + 1)
    return over.map(part => part.outerHTML.slice(0, 120)).slice(-5).concat('too wide')
}"""
# A link inside a sentence is as high as its line: WCAG 2.5.8 leaves it out.
SMALL = """least => {
    const targets = document.querySelectorAll('a[href], button, input, select, textarea, summary')
    return [...targets].flatMap(target => {
        const { width, height } = target.getBoundingClientRect()
        const hidden = width <= 1 || height <= 1 || getComputedStyle(target).display === 'inline'
        const own = target.closest('label')?.getBoundingClientRect()
        const enough = Math.max(height, own?.height ?? 0) >= least
            && Math.max(width, own?.width ?? 0) >= least
        return hidden || enough ? [] : [`${width}x${height} ${target.outerHTML.slice(0, 100)}`]
    })
}"""
# A word without its value, and digits of the other script: what is Latin on purpose has a `lang`.
STRAY = """() => {
    const bengali = document.documentElement.lang === 'bn'
    const wrong = bengali ? /\\{\\w+\\}|[0-9]/ : /\\{\\w+\\}|[০-৯]/
    const other = bengali ? '[lang=en]' : '[lang=bn]'
    const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
        const text = walker.currentNode
        if (text.parentElement.closest(`${other}, option, style, code, pre`)) continue
        if (wrong.test(text.data)) found.push(`stray: ${text.data}`)
    }
    return found
}"""
TEXT_SIZE = "size => { document.documentElement.style.fontSize = size }"
LEAST_TARGET = 24
NARROWEST = 320


async def with_axe(page: Page) -> Page:
    """Give a page the checker; by this way the content policy stays as it is."""
    await page.context.call("addInitScript", {"path": AXE})
    return page


async def settled(page: Page, url: str) -> None:
    """Open an address and wait until the page stands and asks for nothing more."""
    await page.goto(url)
    await page.until("() => document.querySelector('main h1') !== null")
    await page.call("waitForLoadState", "networkidle")


async def barriers_on(page: Page) -> list[str]:
    """Return what keeps somebody out of a page as it stands: light, dark, narrow, large text."""
    found: list[str] = []
    if await page.run(LANDMARKS) != [1, 1]:
        found.append("not one h1 and one main")
    found += await page.run(STRAY)
    # What stands under the header while one scrolls is not in anybody's way.
    await page.run("() => scrollTo(0, 0)")
    for scheme in ("light", "dark"):
        await page.call("emulateMedia", {"colorScheme": scheme})
        found += [f"{scheme}: {said}" for said in await page.run(RUN_AXE, WCAG)]
    found += await page.run(SMALL, LEAST_TARGET)
    before = await page.call("viewportSize")
    await page.call("setViewportSize", {**before, "width": NARROWEST})
    found += [f"at {NARROWEST} px: {part}" for part in await page.run(WIDER)]
    await page.call("setViewportSize", before)
    await page.run(TEXT_SIZE, "200%")
    found += [f"at 200 %: {part}" for part in await page.run(WIDER)]
    await page.run(TEXT_SIZE, "")
    return found
