import { join } from 'node:path';
import { withFolder } from '../main/media/material.ts';
import { openStudio, type TestStudio } from './studio.ts';

/** A studio on a new workspace inside a folder that goes with it; closed whatever became of the work. */
export const withStudio = (work: (studio: TestStudio, folder: string) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const studio = await openStudio(join(folder, 'workspace'));
    try {
      await work(studio, folder);
    } finally {
      await studio.core.close();
    }
  });
