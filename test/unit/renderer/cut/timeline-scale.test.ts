import { expect, test } from 'vitest';
import {
  clampZoom,
  contentWidth,
  type Scale,
  scrollAfterZoom,
  scrollToShow,
  tickStep,
  timeOf,
  xOf,
} from '../../../../src/renderer/features/cut/timeline-scale.ts';

const whole: Scale = { duration: 100, width: 1000, zoom: 1 };
const close: Scale = { ...whole, zoom: 4 };

test('at zoom 1 the whole take fits', () => {
  expect(contentWidth(whole)).toBe(1000);
  expect(xOf(whole, 50)).toBe(500);
});

test('a place and its moment are the same thing twice', () => {
  expect(timeOf(close, xOf(close, 33.3))).toBeCloseTo(33.3);
  expect(timeOf(close, -20)).toBe(0);
  expect(timeOf(close, 1e9)).toBe(100);
});

test('zoom stays between the whole and a single second', () => {
  expect(clampZoom(whole, 0.2)).toBe(1);
  expect(clampZoom(whole, 1e6)).toBe(100);
  expect(clampZoom({ ...whole, duration: 1 }, 5)).toBe(1);
});

test('zooming keeps the anchor where it was', () => {
  const scroll = scrollAfterZoom(whole, close, 0, 50);
  expect(xOf(close, 50) - scroll).toBe(500);
});

test('zooming around a moment out of sight brings it to the middle', () => {
  const scroll = scrollAfterZoom(close, { ...close, zoom: 8 }, 3000, 10);
  expect(xOf({ ...close, zoom: 8 }, 10) - scroll).toBe(500);
});

test('the window follows the playhead by turning the page', () => {
  expect(scrollToShow(close, 0, 10)).toBe(0);
  expect(scrollToShow(close, 0, 25)).toBe(900);
  expect(scrollToShow(close, 0, 100)).toBe(3000);
});

test('numbers on the ruler stand apart', () => {
  expect(tickStep(whole)).toBe(10);
  expect(tickStep(close)).toBe(2);
});
