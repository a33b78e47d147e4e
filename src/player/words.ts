/** Every word the player itself says to a learner. */
export const words = {
  chooseOne: 'Choose one.',
  chooseAll: 'Choose all that are right.',
  check: 'Check',
  again: 'Try again',
  right: 'That is right.',
  wrong: 'Not quite. Read the notes and try again.',
  incomplete: 'Something is still missing, or one choice too many. Try again.',
  nothingChosen: 'Choose an answer first.',
  rightMark: 'right',
  wrongMark: 'not right',
  showAnswer: 'Show the answer',
  goodAt: 'Good at',
  askMeAbout: 'Ask me about',
  minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  resumed: (at: string) => `Going on at ${at}, where you stopped.`,
  fromStart: 'From the start',
  transcript: 'Transcript',
  chapters: 'Chapters',
} as const;

/** m:ss, as durations are written everywhere. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
