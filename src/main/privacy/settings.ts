import { createHash } from 'node:crypto';
import { PrivacySettings } from '../../shared/contract/privacy.ts';
import { patternsVersion } from '../../shared/model/privacy/search.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';
import { lookVersion } from './frames.ts';
import { readerName } from './reader.ts';

const setting = 'privacy';

/** The country this computer is set to, as a first guess for telephone numbers. */
const homeCountry = (): string => new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).maximize().region ?? 'US';

export async function privacySettings(studio: Studio): Promise<PrivacySettings> {
  return (await readSetting(studio, setting, PrivacySettings)) ?? { words: [], language: 'eng', country: homeCountry() };
}

export const savePrivacySettings = (studio: Studio, settings: PrivacySettings): Promise<void> => writeSetting(studio, setting, settings);

/** Names a way of searching: what was searched in another way is searched anew. It does not tell the words. */
export function searchName(settings: PrivacySettings): string {
  const words = settings.words.map((word) => word.toLowerCase()).sort();
  return createHash('sha256')
    .update(JSON.stringify([readerName(), settings.language, settings.country, patternsVersion, lookVersion, words]))
    .digest('hex')
    .slice(0, 16);
}
