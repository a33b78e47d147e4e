import type { Page } from '@playwright/test';

export type Theme = 'light' | 'dark';
export const themes: Theme[] = ['light', 'dark'];

/** Shows the page as someone with this theme sees it, without motion so that a picture is the same each time. */
export const useTheme = (page: Page, theme: Theme): Promise<void> => page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
