import { beforeEach, expect, test, vi } from 'vitest';
import { createPlayer } from '../../../../src/renderer/features/cut/player.ts';
import type { Take, Track } from '../../../../src/shared/model/take.ts';

/** Codes of the same meaning as a browser's. */
const codes = { MEDIA_ERR_NETWORK: 2, MEDIA_ERR_SRC_NOT_SUPPORTED: 4 };

/** What of a media element tells how its file fares. */
class Element extends EventTarget {
  error: { code: number } | null = null;
  readyState = 0;
  seeking = false;
  loaded = 0;
  paused = false;
  pause(): void {
    this.paused = true;
  }
  load(): void {
    this.loaded += 1;
  }
  fail(code: number): void {
    this.error = { code };
    this.dispatchEvent(new Event('error'));
  }
  read(): void {
    this.error = null;
    this.dispatchEvent(new Event('loadedmetadata'));
  }
}

const track: Track = { kind: 'screen', file: 'x.mp4', stream: 0, codec: 'h264', duration: 10, offset: 0 };
const take = (id: string) => ({ id, duration: 10, tracks: [{ ...track }] }) as unknown as Take;

/** Two takes one after the other; the first is seen, and its picture is the element. */
function setUp() {
  const [first, second] = [take('first'), take('second')];
  const player = createPlayer();
  player.setTakes(new Map([first, second].map((each) => [each.id, each])));
  player.setList({
    clips: [
      { id: 'a', source: 'first', from: 0, to: 5 },
      { id: 'b', source: 'second', from: 0, to: 5 },
    ],
    opening: null,
    closing: null,
  });
  const element = new Element();
  const attach = ({ tracks: [picture] }: Take) => picture && player.attach(0, picture, element as unknown as HTMLMediaElement);
  attach(first);
  return { player, element, attach, second };
}

beforeEach(() => {
  vi.stubGlobal('MediaError', codes);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

test('a file that cannot be read keeps no other take from being seen', () => {
  const { player, element } = setUp();
  element.fail(codes.MEDIA_ERR_SRC_NOT_SUPPORTED);
  expect(player.state().blocked).toBe('unreadable');
  player.seek(6);
  expect(player.state()).toMatchObject({ blocked: null, sources: ['second', null] });
});

test('a file that stopped coming is asked for again until it is there', () => {
  const { player, element } = setUp();
  element.fail(codes.MEDIA_ERR_NETWORK);
  expect(player.state().blocked).toBe('away');
  vi.advanceTimersByTime(2000);
  expect(element.loaded).toBe(1);
  element.fail(codes.MEDIA_ERR_SRC_NOT_SUPPORTED);
  expect(player.state().blocked).toBe('away');
  vi.advanceTimersByTime(2000);
  element.read();
  expect(player.state().blocked).toBeNull();
  vi.advanceTimersByTime(10_000);
  expect(element.loaded).toBe(2);
});
