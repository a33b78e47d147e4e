/** The one way a choice is judged: right when exactly the right options are chosen. */
export function grade(quiz: { options: readonly { id: string; correct: boolean }[] }, chosen: readonly string[]): boolean {
  return quiz.options.every((option) => option.correct === chosen.includes(option.id));
}
