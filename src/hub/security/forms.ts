import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../../shared/contract/faults.ts';
import type { HubEnv } from '../hub-env.ts';

/** Text that people type, and learning records: never more than this. */
const largestForm = 64 * 1024;

/** Bounds everything that is posted and comes after the API and the uploads, which have their own bounds. */
export const forms = new Hono<HubEnv>().use(
  bodyLimit({
    maxSize: largestForm,
    onError: () => {
      throw new Fault('MEDIA_TOO_LARGE', { name: 'What was sent', maxBytes: largestForm });
    },
  }),
);
