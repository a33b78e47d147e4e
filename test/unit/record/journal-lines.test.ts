import { expect, test } from 'vitest';
import { JournalLines } from '../../../src/renderer/features/record/journal-lines.ts';
import { Fault } from '../../../src/shared/contract/faults.ts';

/** A studio that hears the lines while `there` is true; what it heard stands in `heard`. */
function listener() {
  const studio = {
    there: true,
    heard: [] as string[],
    says: (line: string) => async () => {
      if (!studio.there) throw new TypeError('Failed to fetch');
      studio.heard.push(line);
    },
  };
  return studio;
}

test('a line that nobody hears is said again before the next one', async () => {
  const [studio, lines] = [listener(), new JournalLines()];
  await lines.add(studio.says('first'));
  studio.there = false;
  await lines.add(studio.says('second'));
  await lines.add(studio.says('third'));
  expect(studio.heard).toEqual(['first']);
  studio.there = true;
  await lines.add(studio.says('fourth'));
  expect(studio.heard).toEqual(['first', 'second', 'third', 'fourth']);
});

test('what waits can be said again without a new line, and is said once', async () => {
  const [studio, lines] = [listener(), new JournalLines()];
  studio.there = false;
  await lines.add(studio.says('mark'));
  studio.there = true;
  await Promise.all([lines.sendAgain(), lines.sendAgain()]);
  expect(studio.heard).toEqual(['mark']);
});

test('a line that is refused does not hold up the others', async () => {
  const [studio, lines] = [listener(), new JournalLines()];
  await lines.add(() => Promise.reject(new Fault('TAKE_NOT_RECORDING', {})));
  await lines.add(studio.says('mark'));
  expect(studio.heard).toEqual(['mark']);
});

test('lines that are begun at once go one after the other', async () => {
  const order: string[] = [];
  const lines = new JournalLines();
  const slow = async () => {
    await new Promise((done) => setTimeout(done, 5));
    order.push('slow');
  };
  await Promise.all([lines.add(slow), lines.add(async () => order.push('quick'))]);
  expect(order).toEqual(['slow', 'quick']);
});
