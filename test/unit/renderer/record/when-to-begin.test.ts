import { describe, expect, it } from 'vitest';
import type { Source, SourceSet } from '../../../../src/renderer/features/record/use-sources.ts';
import { beingAsked, whenToBegin } from '../../../../src/renderer/features/record/when-to-begin.ts';

const off: Source = { state: 'off' };
const asking: Source = { state: 'asking' };
const denied: Source = { state: 'refused', refusal: 'denied' };
// No stream is looked at.
const on: Source = { state: 'on', stream: null as unknown as MediaStream, label: '', deviceId: null };
const set = (screen: Source, camera: Source, microphone: Source): SourceSet => ({ screen, camera, microphone });

describe('when a recording that was asked for begins', () => {
  it('begins at once where nothing is being asked for', () => {
    expect(whenToBegin(beingAsked(set(on, off, on)), set(on, off, on))).toBe('begin');
    expect(whenToBegin([], set(off, on, off))).toBe('begin');
  });

  it('waits for every source that had not answered', () => {
    expect(beingAsked(set(asking, off, asking))).toEqual(['screen', 'microphone']);
    expect(whenToBegin(['screen', 'microphone'], set(on, off, asking))).toBe('wait');
    expect(whenToBegin(['screen', 'microphone'], set(on, off, on))).toBe('begin');
  });

  it('waits for what was asked for after it, too', () => {
    expect(whenToBegin(['microphone'], set(off, asking, on))).toBe('wait');
    expect(whenToBegin(['microphone'], set(off, on, on))).toBe('begin');
  });

  it('is left where one of them was refused, so that nobody records without a voice unawares', () => {
    expect(whenToBegin(['microphone'], set(on, off, denied))).toBe('leave');
  });

  it('does not mind what was refused before', () => {
    expect(whenToBegin([], set(on, denied, denied))).toBe('begin');
    expect(whenToBegin(['screen'], set(on, off, denied))).toBe('begin');
  });

  it('begins without what was turned off meanwhile, and is left where no picture remains', () => {
    expect(whenToBegin(['microphone'], set(on, off, off))).toBe('begin');
    expect(whenToBegin(['screen'], set(off, off, on))).toBe('leave');
  });
});
