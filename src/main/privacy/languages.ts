import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packages = createRequire(import.meta.url);

/** Files inside the program's archive cannot be started as threads; electron-builder lays them beside it. */
export const unpacked = (path: string): string => path.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');

/** Where the data packages of the reader lie; null where they are missing. */
function dataFolder(): string | null {
  try {
    return unpacked(dirname(dirname(packages.resolve('@tesseract.js-data/eng/package.json'))));
  } catch {
    return null;
  }
}

/** The integer version of the best model: small, and the one the reader's core without the legacy engine wants. */
const dataFile = (folder: string, language: string): string => join(folder, language, '4.0.0_best_int', `${language}.traineddata.gz`);

/** Three letters (ISO 639-2) of each language whose data package is installed. */
export async function installedLanguages(): Promise<string[]> {
  const folder = dataFolder();
  if (!folder) return [];
  return (await readdir(folder))
    .filter((name) => /^[a-z]{3}(_[a-z]+)?$/.test(name) && name !== 'osd' && existsSync(dataFile(folder, name)))
    .sort();
}

/** The folder with the data of one language, or null where its package is not there. */
export function languageFolder(language: string): string | null {
  const folder = dataFolder();
  const file = folder && dataFile(folder, language);
  return file && existsSync(file) ? dirname(file) : null;
}
