import type { Studio } from '../studio.ts';
import { freeBytes } from '../system/api.ts';
import { takesApi } from './api.ts';
import { createRecorder } from './recorder.ts';
import { captureRoutes } from './routes.ts';
import { findInterrupted } from './salvage.ts';

/** Recording as the core puts it together: `open` looks for what an earlier run left, `close` lets go of open files. */
export function createCapture(studio: Studio, free = () => freeBytes(studio)) {
  const recorder = createRecorder(studio, free);
  return {
    api: takesApi(studio, recorder),
    routes: captureRoutes(studio, recorder),
    open: () => findInterrupted(studio, recorder),
    close: () => recorder.close(),
  };
}

export type Capture = ReturnType<typeof createCapture>;
