import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder this program stands in. Scripts never change the working directory: paths a user types are hers. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);
