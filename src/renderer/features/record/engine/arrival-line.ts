/** How far back arrivals are looked at, in milliseconds: longer than a busy page holds data back, too short for clocks to drift. */
const windowLength = 4000;

/**
 * Brings a source's own time to the page's clock. Data arrives late by what the machine was busy with, but never
 * early: the least lateness of the last seconds is the true distance of the two clocks, and it follows their drift.
 */
export class ArrivalLine {
  /** Distances with growing lateness; the first is the least of the window. */
  #distances: { arrival: number; distance: number }[] = [];

  /** When something with the source's time `own` was made, if it arrived at `arrival`; all in milliseconds. */
  moment(own: number, arrival: number): number {
    const distance = arrival - own;
    const kept = this.#distances.filter((entry) => entry.arrival > arrival - windowLength && entry.distance < distance);
    this.#distances = [...kept, { arrival, distance }];
    return own + (this.#distances[0]?.distance ?? distance);
  }
}
