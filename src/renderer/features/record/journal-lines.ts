import { readFault } from '../../../shared/contract/faults.ts';

/**
 * The lines of a running take's journal on their way to the studio: marks, pauses, what happened to its sources. They go in
 * order, and one to which nobody answers stays first and is sent again, so that a studio that is gone for a moment misses none.
 * A fault is an answer. The recording itself never waits for them.
 */
export class JournalLines {
  #waiting: (() => Promise<unknown>)[] = [];
  #turn: Promise<void> = Promise.resolve();

  /** Puts a line behind those that wait and sends them all. Settles when nothing more can be sent for now; never fails. */
  add(send: () => Promise<unknown>): Promise<void> {
    this.#waiting.push(send);
    return this.sendAgain();
  }

  /** Tries once more what waits. */
  sendAgain(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#sendWaiting());
    return this.#turn;
  }

  async #sendWaiting(): Promise<void> {
    let next = this.#waiting[0];
    while (next) {
      try {
        await next();
      } catch (error) {
        if (readFault(error) === null) return;
      }
      this.#waiting.shift();
      next = this.#waiting[0];
    }
  }
}
