/** All that a drafted lesson says by itself. Everything else in it was marked, named or said in the take. */
export const words = {
  steps: 'Step by step',
  checklist: 'To tick off',
  questions: 'Check yourself',
  order: 'In which order are the steps done?',
  orderBecause: 'So the video shows it.',
  figure: 'Which figure belongs here?',
  saidAt: (clock: string) => `It is said at ${clock} of the video.`,
  hints: {
    opening: 'When does a colleague need this, and what hangs on it? Two sentences.',
    names: 'Name each step that has no name yet by what is done in it. What is said meanwhile stands below as it was said.',
    steps: 'No step was marked in the take, so this is all of it. Part it: one row a step, with what is done and its moment of the video.',
    checklist: 'What can one see or show when it is done right? One point a line.',
    question: 'What must a colleague know before she does it alone? Ask for that, with answers that someone might really give.',
  },
} as const;
