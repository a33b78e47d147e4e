import { afterEach, expect, test, vi } from 'vitest';
import { createPageStore } from '../../../../src/renderer/features/cut/page-store.ts';

const address = (text: string) => `data:text/plain,${text}`;

afterEach(() => {
  vi.useRealTimers();
});

/** A store of two pages, whose addresses hold their own contents, and what it let go of. */
function store() {
  const released: string[] = [];
  let arrived: () => void = () => undefined;
  const pages = createPageStore<string>({
    read: (answer) => answer.text(),
    release: (text) => released.push(text),
    most: 2,
    atATime: 4,
    onArrived: () => arrived(),
  });
  /** Asks for pages as a drawing does, and waits until one of them has come or was given up. */
  const draw = async (...texts: string[]) => {
    const change = new Promise<void>((done) => {
      arrived = () => done();
    });
    for (const text of texts) pages.get(address(text));
    pages.settle();
    await change;
  };
  const onArrived = (act: () => void) => {
    arrived = act;
  };
  return { pages, released, draw, onArrived };
}

test('a page comes after the drawing that asked for it', async () => {
  const { pages, draw } = store();
  expect(pages.get(address('a'))).toBeNull();
  await draw('a');
  expect(pages.get(address('a'))).toBe('a');
});

test('no more are kept than may be: the one asked for longest ago is let go', async () => {
  const { pages, released, draw } = store();
  await draw('a');
  await draw('b');
  await draw('c');
  pages.get(address('c'));
  pages.settle();
  expect(released).toEqual(['a']);
  expect([pages.peek(address('a')), pages.peek(address('b')), pages.peek(address('c'))]).toEqual([null, 'b', 'c']);
});

test('what went out of sight before it came is given up, and comes when it is seen again', async () => {
  const { pages, draw } = store();
  pages.get(address('a'));
  pages.settle();
  await draw('b');
  await expect.poll(() => pages.peek(address('b'))).toBe('b');
  expect(pages.peek(address('a'))).toBeNull();
  await draw('a');
  expect(pages.peek(address('a'))).toBe('a');
});

test('cleared, it holds nothing', async () => {
  const { pages, released, draw } = store();
  await draw('a');
  pages.clear();
  expect(released).toEqual(['a']);
  expect(pages.peek(address('a'))).toBeNull();
});

test('what a studio that is away does not give is asked for again after a rest, not at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { pages, onArrived } = store();
  const nowhere = 'nowhere:page';
  let told = 0;
  const draw = () => {
    pages.get(nowhere);
    pages.settle();
  };
  onArrived(() => {
    told += 1;
    draw();
  });
  const failed = async () => {
    await expect(fetch(nowhere)).rejects.toThrow();
    await new Promise((done) => setImmediate(done));
  };
  draw();
  await failed();
  draw();
  await failed();
  expect(told).toBe(0);
  vi.advanceTimersByTime(2000);
  expect(told).toBe(1);
  await failed();
  expect(told).toBe(1);
});
