import { expect, test } from 'vitest';
import { PolicyForm } from '../../../src/hub/pages/policy/form.ts';

const posted = {
  days: '5',
  anyone: '1',
  kind: ['L&D', ''],
  count: ['2', ''],
  list: ['', 'Onboarding', ''],
  items: ['Safe', 'Short\n\n Clear ', ''],
};

test('rows that are empty are left out, lines are trimmed', () => {
  expect(PolicyForm.parse(posted)).toEqual({
    days: 5,
    approvals: [
      { kind: null, count: 1 },
      { kind: 'L&D', count: 2 },
    ],
    checklists: [
      { kind: null, items: ['Safe'] },
      { kind: 'Onboarding', items: ['Short', 'Clear'] },
    ],
  });
});

test('a checklist without a kind is not lost beside the one for every module: its kind is asked for', () => {
  const { success, error } = PolicyForm.safeParse({ ...posted, items: ['Safe', 'Short', 'Gloves are worn'] });
  expect(success).toBe(false);
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'The list that begins with “Gloves are worn” has no kind. Say for which modules it is, or put its items into the list for every module.',
  ]);
});
