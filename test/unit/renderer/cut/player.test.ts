import { beforeEach, expect, test, vi } from 'vitest';
import { createPlayer } from '../../../../src/renderer/features/cut/player.ts';
import type { Scrub } from '../../../../src/renderer/features/cut/scrub/scrub.ts';
import type { Take, Track } from '../../../../src/shared/model/take.ts';

/** Codes of the same meaning as a browser's. */
const codes = { MEDIA_ERR_NETWORK: 2, MEDIA_ERR_SRC_NOT_SUPPORTED: 4 };

/** What of a media element tells how its file fares. */
class Element extends EventTarget {
  error: { code: number } | null = null;
  readyState = 0;
  seeking = false;
  readonly sought: number[] = [];
  #time = 0;
  get currentTime(): number {
    return this.#time;
  }
  set currentTime(to: number) {
    this.#time = to;
    this.sought.push(to);
    this.seeking = true;
  }
  arrive(): void {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }
  loaded = 0;
  paused = false;
  async play(): Promise<void> {
    this.paused = false;
  }
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

function picture({ tracks: [only] }: Take): Track {
  if (!only) throw new Error('A take of this test has a picture');
  return only;
}

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
  const attach = (of: Take) => player.attach(0, picture(of), element as unknown as HTMLMediaElement);
  attach(first);
  return { player, element, attach, first, second };
}

beforeEach(() => {
  vi.stubGlobal('MediaError', codes);
  vi.stubGlobal('HTMLMediaElement', { HAVE_FUTURE_DATA: 3 });
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

/** What is shown of a small copy. */
function copyOf() {
  const shown: (number | null)[] = [];
  const scrub: Scrub = {
    show: (time) => shown.push(time),
    hide: () => shown.push(null),
    isShown: () => typeof shown.at(-1) === 'number',
  };
  return { shown, scrub };
}

function setUpScrubbing() {
  const { player, element, first } = setUp();
  element.readyState = 4;
  const { shown, scrub } = copyOf();
  player.attachScrub(0, picture(first), scrub);
  return { player, element, shown };
}

test('while a hand moves its moments are shown by the small copy; the picture is sought once, when the hand rests', () => {
  const { player, element, shown } = setUpScrubbing();
  for (const time of [1, 2, 3]) {
    player.seek(time);
    vi.advanceTimersByTime(40);
  }
  expect([shown, element.sought]).toEqual([[1, 2, 3], []]);
  vi.advanceTimersByTime(200);
  expect([shown, element.sought]).toEqual([[1, 2, 3], [3]]);
  element.arrive();
  expect(shown).toEqual([1, 2, 3, null]);
});

test('a hand that comes back to where the picture stands uncovers it', () => {
  const { player, element, shown } = setUpScrubbing();
  player.seek(3);
  player.seek(0);
  vi.advanceTimersByTime(200);
  expect([shown, element.sought]).toEqual([[3, 0, null], []]);
});

test('a step to the next frame is shown by the picture itself', () => {
  const { player, element, shown } = setUpScrubbing();
  player.seek(1 / 30);
  expect([shown, element.sought]).toEqual([[], [1 / 30]]);
});

test('a browser that does not let it play is said until it plays, and a pause right after is not', async () => {
  let draw: (now: number) => void = () => undefined;
  vi.stubGlobal('requestAnimationFrame', (next: typeof draw) => {
    draw = next;
    return 1;
  });
  const { player, element } = setUp();
  element.readyState = 4;
  const pressPlay = async (refusal: string | null) => {
    element.paused = true;
    element.play = async () => {
      if (refusal) throw new DOMException('', refusal);
    };
    player.toggle();
    draw(1);
    await vi.advanceTimersByTimeAsync(0);
  };
  await pressPlay('NotAllowedError');
  expect(player.state()).toMatchObject({ rate: 0, forbidden: true });
  await pressPlay(null);
  expect(player.state()).toMatchObject({ rate: 1, forbidden: false });
  player.pause();
  await pressPlay('AbortError');
  expect(player.state()).toMatchObject({ rate: 1, forbidden: false });
});

test('play begins at the moment that was scrubbed to last', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { player, element } = setUpScrubbing();
  player.seek(3);
  player.toggle();
  expect(element.sought).toEqual([3]);
});
