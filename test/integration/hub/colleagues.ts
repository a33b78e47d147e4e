import { expect } from 'vitest';
import type { Manifest } from '../../../src/shared/model/package.ts';
import { connectStudio, type Studio } from './studio.ts';
import { joins, type Visitor } from './support.ts';

export interface Colleagues {
  author: { visitor: Visitor; studio: Studio };
  reviewer: Visitor;
  /** The module's page for learners. */
  path: string;
  /** Its page for reviewers. */
  review: string;
}

/** An author and a reviewer, and a module of hers in the queue. */
export async function handedIn(admin: Visitor, manifest: Manifest): Promise<Colleagues> {
  const visitor = await joins(admin, 'Bo', ['author']);
  const reviewer = await joins(admin, 'Rea', ['reviewer', 'publisher']);
  const studio = await connectStudio(visitor);
  await studio.api.reviews.handIn(manifest);
  return { author: { visitor, studio }, reviewer, path: `/modules/${manifest.moduleId}`, review: `/review/${manifest.moduleId}` };
}

/** The same, approved by the reviewer on her page. */
export async function approved(admin: Visitor, manifest: Manifest): Promise<Colleagues> {
  const people = await handedIn(admin, manifest);
  const answer = await people.reviewer.post(`${people.review}/approve`, { revision: manifest.revision });
  expect(answer.status).toBe(303);
  return people;
}

/** The same, published on the publisher's page. */
export async function published(admin: Visitor, manifest: Manifest): Promise<Colleagues> {
  const people = await approved(admin, manifest);
  const answer = await people.reviewer.post(`/publish/${manifest.moduleId}`, { revision: manifest.revision });
  expect(answer.status).toBe(303);
  return people;
}
