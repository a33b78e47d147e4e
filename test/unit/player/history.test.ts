import { describe, expect, test } from 'vitest';
import { PlayHistory } from '../../../src/player/elements/history.ts';
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

  test('is complete when nearly all of it was seen, whatever the order', () => {
    expect(isCompleted(addSegment([[5, 10]], [0, 5]), 10)).toBe(true);
    expect(isCompleted([[0, 5]], 10)).toBe(false);
    expect(isCompleted([], 0)).toBe(false);
  });
});
