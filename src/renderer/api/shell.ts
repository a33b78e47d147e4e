import type { ShellBridge } from '../../shared/contract/shell.ts';

/** What Electron adds, or null in a browser. */
export const shell: ShellBridge | null = (globalThis as { showhow?: ShellBridge }).showhow ?? null;
