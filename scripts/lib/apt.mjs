import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const installBound = 10 * 60_000;

/**
 * Installs a Debian package, where this is Debian or its kin and this user may.
 * @param {string} name
 * @returns {Promise<boolean>} whether it is installed now
 */
export async function aptInstall(name) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  say(`Installing the system package ${name}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', name], { env, bound: installBound });
  if ((await install()).code === 0) return true;
  await run('apt-get', ['update'], { env, bound: installBound });
  return (await install()).code === 0;
}
