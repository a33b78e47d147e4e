import { describe, expect, test } from 'vitest';
import { PlayHistory } from '../../../src/player/elements/history.ts';
import { segmentsIn } from '../../../src/player/elements/place.ts';
import { addSegment, isCompleted, playedSeconds } from '../../../src/shared/model/played.ts';

const watch = (history: PlayHistory, from: number, to: number) => {
  for (let time = from; time <= to; time += 0.25) history.at(time);
};

describe('what of a video was played', () => {
  test('is one stretch where it was played through with a pause', () => {
    const history = new PlayHistory();
    history.play(0);
    watch(history, 0, 5);
    history.pause(5);
    history.play(5);
    watch(history, 5, 10);
    history.pause(10);
    expect(history.segments).toEqual([[0, 10]]);
  });

  test('counts from where it began what plays already when somebody begins to look', () => {
    const history = new PlayHistory();
    history.play(4, 0.5);
    watch(history, 4, 8);
    history.pause(8);
    expect(history.segments).toEqual([[0.5, 8]]);
  });

  test('leaves out what was jumped over', () => {
    const history = new PlayHistory();
    history.play(0);
    watch(history, 0, 3);
    expect(history.seek(50)).toBe(3);
    watch(history, 50, 52);
    history.pause(52);
    expect(history.segments).toEqual([
      [0, 3],
      [50, 52],
    ]);
    expect(playedSeconds(history.segments)).toBe(5);
  });

  test('counts a stretch seen twice once', () => {
    const history = new PlayHistory();
    history.play(0);
    watch(history, 0, 8);
    history.seek(4);
    watch(history, 4, 10);
    history.pause(10);
    expect(history.segments).toEqual([[0, 10]]);
  });

  test('does not take a jump for playing where nobody announced it', () => {
    const history = new PlayHistory();
    history.play(0);
    history.at(1);
    history.at(90);
    history.pause(90.5);
    expect(playedSeconds(history.segments)).toBeLessThan(2);
  });

  test('is of this visit, and together with what was kept of the ones before', () => {
    const first = new PlayHistory();
    first.play(0);
    watch(first, 0, 6);
    first.pause(6);
    const second = new PlayHistory(segmentsIn(JSON.stringify(first.all)));
    second.seek(6);
    second.play(6);
    watch(second, 6, 10);
    second.pause(10);
    expect(second.segments).toEqual([[6, 10]]);
    expect(second.all).toEqual([[0, 10]]);
    expect(isCompleted(second.all, 10)).toBe(true);
  });

  test.each([[null], ['{'], ['7'], ['[[1],[3,2],["a","b"],null]']])('begins anew where %s was kept', (written) => {
    expect(segmentsIn(written)).toEqual([]);
  });

  test('is complete when nearly all of it was seen, whatever the order', () => {
    expect(isCompleted(addSegment([[5, 10]], [0, 5]), 10)).toBe(true);
    expect(isCompleted([[0, 5]], 10)).toBe(false);
    expect(isCompleted([], 0)).toBe(false);
  });
});
