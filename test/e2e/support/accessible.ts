import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { useTheme as showIn, themes } from './theme.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA in light and in dark, as far as a machine can tell; a finding is shown with the place it was found at. */
export async function expectAccessible(page: Page, { except = [] }: { except?: string[] } = {}): Promise<void> {
  for (const theme of themes) {
    await showIn(page, theme);
    const builder = new AxeBuilder({ page }).withTags(rules);
    for (const selector of except) builder.exclude(selector);
    const { violations } = await builder.analyze();
    const findings = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.target} ${node.html}`).join('\n')}`,
    );
    expect(findings, `findings of the accessibility check in ${theme}`).toEqual([]);
  }
  // One after the other: colours that change with motion allowed run on, and the next look would meet them half-way.
  await page.emulateMedia({ colorScheme: null });
  await page.emulateMedia({ reducedMotion: null });
}
