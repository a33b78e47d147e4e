import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** The browser tests' browser and fixtures, for taking pictures of every page. */
export default defineConfig({ ...base, testDir: '.', testMatch: '*.shots.ts', outputDir: '../../out/test/screenshots', timeout: 900_000 });
