import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const interval = 500;

/**
 * The parent of a process and whether that process is a shell running one command, or null where the system does not tell.
 * @param {number} pid
 * @returns {{ parent: number, isShell: boolean } | null}
 */
function lookUp(pid) {
  try {
    if (process.platform === 'linux') {
      // The name stands in brackets and may hold anything; the parent is the second field after it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      return { parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), isShell: /^(ba|da|z|k|a)?sh$/.test(name) };
    }
    const [parent = '', name = ''] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return { parent: Number(parent), isShell: /(^|\/)(ba|da|z|k)?sh$/.test(name) };
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Ends this process when npm, which started it, is gone without a word, as it is after SIGKILL. npm starts a script
 * through a shell, which would live on: so the shell's parent is watched too.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const above = lookUp(parent);
  const npm = above?.isShell ? above.parent : parent;
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) process.kill(process.pid, 'SIGTERM');
  }, interval).unref();
}
