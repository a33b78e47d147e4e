import { spawn } from 'node:child_process';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [bound] milliseconds after which the process is ended
 * @property {boolean} [show] lets it write to this terminal's stderr instead of keeping its words
 */

/**
 * Runs a program to its end. Never throws: code 127 stands for one that could not be started, -1 for one that was ended.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd, env = process.env, bound, show = false } = {}) {
  return new Promise((done) => {
    // npm is a .cmd file on Windows, and those start through a shell only.
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: show ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
      ...(bound ? { timeout: bound, killSignal: 'SIGKILL' } : {}),
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => done({ code: 127, output: error.message }));
    child.on('close', (code) => done({ code: code ?? -1, output }));
  });
}

/**
 * The last lines of what a tool said: where the reason usually stands. A stack says where in the tool it happened, and would push the reason out.
 * @param {string} output
 */
export const tail = (output) =>
  output
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-15)
    .join('\n');
