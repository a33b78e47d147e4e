import { recordEvent } from '../../shared/model/played.ts';
import type { LearningEvent } from '../../shared/model/record.ts';

/** Tells the page what a learner did; the page decides what becomes of it. */
export function record(element: Element, detail: LearningEvent): void {
  element.dispatchEvent(new CustomEvent<LearningEvent>(recordEvent, { detail, bubbles: true, composed: true }));
}
