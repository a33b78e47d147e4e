import { expect, test } from 'vitest';
import { healthSentence } from '../../../../src/renderer/features/health/words.ts';
import type { Finding } from '../../../../src/shared/model/health/report.ts';

const finding = (weight: Finding['weight']): Finding => ({
  id: crypto.randomUUID(),
  kind: 'dropped',
  weight,
  track: 'camera',
  from: 0,
  to: 1,
  figure: 6,
  mend: null,
});

test('the sentence above the list counts what the list shows', () => {
  expect(healthSentence({ findings: [finding('fault')] })).toMatch(/^One thing /);
  expect(healthSentence({ findings: [finding('fault'), finding('attention')] })).toMatch(/^2 things /);
});

test('small things alone leave a take well', () => {
  expect(healthSentence({ findings: [] })).toMatch(/nothing is missing/);
  expect(healthSentence({ findings: [finding('attention')] })).toMatch(/^The take is well\. Something small/);
});
