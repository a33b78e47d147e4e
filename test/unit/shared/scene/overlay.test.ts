import { expect, test } from 'vitest';
import { loadFaces } from '../../../../src/main/media/pens.ts';
import type { Card } from '../../../../src/shared/model/edit/list.ts';
import { calloutsSvg } from '../../../../src/shared/model/overlay/callouts.ts';
import { cardSvg, inkOn } from '../../../../src/shared/model/overlay/card.ts';
import { missingLetters, outline, widthOf, wrapped } from '../../../../src/shared/model/overlay/text.ts';
import type { CalloutNow } from '../../../../src/shared/model/scene/scene-at.ts';

const faces = await loadFaces();
const canvas = { width: 1920, height: 1080 };
const now = (callout: object): CalloutNow => ({
  callout: { id: 'c', source: 'take', from: 0, to: 1, ...callout } as CalloutNow['callout'],
  opacity: 1,
  box: { x: 0, y: 0, ...canvas },
  view: { x: 0, y: 0, ...canvas },
  size: canvas,
});
const card: Card = { seconds: 3, title: 'Title', line: '', name: '', role: '', photo: null, logo: null, colour: null };

test('text is drawn as outlines, and nothing of what people write gets into the markup', () => {
  const svg = calloutsSvg([now({ kind: 'text', at: { x: 0.5, y: 0.5 }, text: '<script>alert("x")</script> &' })], canvas, faces);
  expect(svg).not.toMatch(/script|<text|alert/);
  const page = cardSvg({ ...card, title: '"><image href="http://x"/>' }, canvas, faces, { photo: null, logo: null });
  expect(page).not.toContain('http://x');
});

test('every figure of an outline is a number', () => {
  for (const size of [9.2, 61.33, 38]) {
    const path = outline(faces.display, 'Closing the month without a late night, déjà vu – Øłż', 12.3456789, 1e-14, size);
    expect(path).not.toMatch(/NaN|e-|undefined/);
  }
});

test('a letter that no face has is named, and drawn as a box rather than left out', () => {
  expect(missingLetters(faces, 'Łódź ж 漢')).toEqual(['ж', '漢']);
  expect(outline(faces.text, 'ж', 0, 0, 20).length).toBeGreaterThan(10);
});

test('lines are no wider than they may be, and what does not fit ends in dots', () => {
  const lines = wrapped(
    faces.text,
    'Check the totals before you press Post and never after Donaudampfschifffahrtsgesellschaft',
    40,
    300,
    4,
  );
  expect(lines.length).toBe(4);
  expect(lines.every((line) => widthOf(faces.text, line, 40) <= 300)).toBe(true);
  expect(lines.at(-1)).toMatch(/…$/);
});

test('a text that points out of the picture that is seen is not drawn', () => {
  const away = { ...now({ kind: 'text', at: { x: 0.9, y: 0.5 }, text: 'Here' }), view: { x: 0, y: 0, width: 480, height: 270 } };
  expect(calloutsSvg([away], canvas, faces)).toBe('');
});

test('the ink on a card is the one that is read better', () => {
  expect([inkOn('#fbf7f0'), inkOn('#1f4d3a'), inkOn('#000000'), inkOn('#ffd84d')]).toEqual(['#211a15', '#ffffff', '#ffffff', '#211a15']);
});
