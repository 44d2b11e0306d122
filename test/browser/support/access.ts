import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No rule of the access checker is broken on this page, and none is switched off. */
export async function expectAccess(page: Page, where: string): Promise<void> {
  await expectNone(new AxeBuilder({ page }).withTags(tags), where)
}

/** The same page in other colours: only what colours can break is looked at again. */
export async function expectContrast(page: Page, where: string): Promise<void> {
  await expectNone(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']), where)
}

async function expectNone(checker: AxeBuilder, where: string): Promise<void> {
  // Our pages frame nothing, so that the checker needs no page of its own to add up.
  const { violations } = await checker.setLegacyMode().analyze()
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  expect(found, where).toEqual([])
}

/** Nothing stands out to the side. */
export async function expectNoSideways(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `${where}: pixels to the side`).toBeLessThanOrEqual(0)
}

/** Everything that can be pressed here is at least so high and so wide; inline links in a sentence are words. */
export async function expectTargets(page: Page, least: number, where: string): Promise<void> {
  const small = await page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>('button, input, textarea, select, summary, a[href]')
    return [...controls].flatMap((control) => {
      const label = control.closest('label')
      const box = (label ?? control).getBoundingClientRect()
      const unseen = box.width === 0 || !control.checkVisibility()
      if (unseen || (box.height >= least && box.width >= least)) return []
      return [`${Math.round(box.width)}×${Math.round(box.height)} ${control.outerHTML.slice(0, 120)}`]
    })
  }, least)
  expect(small, where).toEqual([])
}
