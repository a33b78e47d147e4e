/**
 * What the scripts say stands on stderr, a line each: stdout belongs to the answer (`--json`).
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Something that cannot go on, as a sentence that says what to do. */
export class Refusal extends Error {
  /**
   * @param {string} sentence
   * @param {string} [detail] what the failing tool said, shown above the sentence
   */
  constructor(sentence, detail = '') {
    super(sentence);
    this.name = 'Refusal';
    this.detail = detail;
  }
}

/**
 * Runs a script's body and turns a refusal into its sentence and exit code 1; a bug keeps its stack.
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.detail) say(error.detail.trimEnd());
    say(error.message);
    process.exitCode = 1;
  }
}
