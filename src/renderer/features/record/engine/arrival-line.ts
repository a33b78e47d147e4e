/** How far back arrivals are looked at, and from which jump on a source is taken to have a new clock; milliseconds. */
const windowLength = 2000;
const newClock = 1000;

/**
 * Brings a source's own time to the page's clock. Data arrives late by what the machine was busy with, but never
 * early: the least lateness of the last two seconds is the true distance of the two clocks, and it follows their drift.
 */
export class ArrivalLine {
  /** Distances with growing lateness; the first is the least of the window. */
  #distances: { arrival: number; distance: number }[] = [];

  /** When something with the source's time `own` was made, if it arrived at `arrival`; all in milliseconds. */
  moment(own: number, arrival: number): number {
    const distance = arrival - own;
    const least = this.#distances[0];
    if (least && Math.abs(distance - least.distance) > newClock) this.#distances = [];
    const kept = this.#distances.filter((entry) => entry.arrival > arrival - windowLength && entry.distance < distance);
    this.#distances = [...kept, { arrival, distance }];
    return own + (this.#distances[0]?.distance ?? distance);
  }
}
