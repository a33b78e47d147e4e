import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

const exec = promisify(execFile);
const stepSeconds = 4;

const rows = ['4711 Bearing 6204', '4712 Shaft seal 30', '4713 Blade K-20', '4714 Drive belt', '4715 Safety switch'];

/** A form as service people have it on their screens; `chosen` rows are already on the order. */
const form = (chosen: number) => `<!doctype html><meta charset="utf-8"><title>Service order 20481</title><style>
body{margin:0;font:18px/1.5 "Noto Sans",system-ui,sans-serif;background:#eef1f4;color:#1c2733}
header{background:#234;color:#fff;padding:18px 32px;font-size:22px}
main{display:grid;grid-template-columns:1fr 1fr;gap:32px;padding:32px}
section{background:#fff;border-radius:8px;padding:24px;box-shadow:0 1px 3px #0002}
li{display:flex;justify-content:space-between;padding:12px;border-bottom:1px solid #e3e8ed;list-style:none}
ul{padding:0;margin:0}b{background:#dcefe4;border-radius:6px;padding:2px 10px;font-weight:500}
</style><header>Service order 20481</header><main>
<section><h2>Parts</h2><ul>${rows.map((row, index) => `<li>${row}${index < chosen ? '<b>added</b>' : ''}</li>`).join('')}</ul></section>
<section><h2>On this order</h2><ul>${rows
  .slice(0, chosen)
  .map((row) => `<li>${row}<span>1</span></li>`)
  .join('')}</ul></section></main>`;

/** A short screen recording of that form, with a voice-like tone that pauses. */
export async function recordScene(page: Page, folder: string): Promise<string> {
  await page.setViewportSize({ width: 1280, height: 720 });
  const pictures: string[] = [];
  for (let chosen = 0; chosen <= rows.length; chosen++) {
    await page.setContent(form(chosen));
    const path = join(folder, `scene-${chosen}.png`);
    await page.screenshot({ path });
    pictures.push(path);
  }
  const inputs = pictures.flatMap((path) => ['-loop', '1', '-t', String(stepSeconds), '-i', path]);
  const voice = 'aevalsrc=0.25*sin(2*PI*(180+40*sin(2*PI*3*t))*t)*lt(mod(t\\,4)\\,2.8)*(0.6+0.4*sin(2*PI*5*t)):sample_rate=48000';
  const file = join(folder, 'Order parts in one go.mp4');
  const joined = `concat=n=${pictures.length}:v=1:a=0,fps=30,format=yuv420p`;
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '30', '-c:a', 'aac', '-shortest'];
  await exec('ffmpeg', ['-y', '-v', 'error', ...inputs, '-f', 'lavfi', '-i', voice, '-filter_complex', joined, ...coding, file]);
  return file;
}

interface Looks {
  skin: string;
  hair: string;
  clothes: string;
  behind: string;
}

const looks: Looks[] = [
  { skin: '#d9a27c', hair: '#4a2f24', clothes: '#3f5a4a', behind: '#cfd9cf' },
  { skin: '#e8bd9a', hair: '#8a6a3c', clothes: '#3c4f6b', behind: '#d5dbe2' },
  { skin: '#a9744f', hair: '#1f1714', clothes: '#7a3b2c', behind: '#ead9cf' },
];

export const sceneTitle = 'Service order 20481';
/** The form, far along: what a recorder is given. */
export const scenePage = form(3);

/** A camera that sees a face. */
export async function cameraOf(picture: string, file: string): Promise<string> {
  const filter = 'scale=480:480,pad=640:480:80:0:color=0xcfd9cf,fps=15,format=yuv420p';
  await exec('ffmpeg', ['-y', '-v', 'error', '-loop', '1', '-t', '2', '-i', picture, '-vf', filter, file]);
  return file;
}

/** A face, as far as a drawing goes. */
export async function portrait(page: Page, folder: string, index = 0): Promise<string> {
  const { skin, hair, clothes, behind } = looks[index % looks.length] as Looks;
  await page.setViewportSize({ width: 320, height: 320 });
  await page.setContent(`<!doctype html><body style="margin:0"><svg viewBox="0 0 320 320" width="320" height="320">
    <rect width="320" height="320" fill="${behind}"/><circle cx="160" cy="330" r="130" fill="${clothes}"/>
    <rect x="132" y="180" width="56" height="60" fill="${skin}"/><ellipse cx="160" cy="140" rx="66" ry="80" fill="${skin}"/>
    <path d="M90 140c-6-80 40-104 72-102 44 2 74 30 66 104-14-40-40-58-70-60-30 4-56 22-68 58z" fill="${hair}"/>
    <circle cx="136" cy="146" r="6" fill="#2b1d16"/><circle cx="184" cy="146" r="6" fill="#2b1d16"/>
    <path d="M136 182q24 20 48 0" stroke="#7d4a37" stroke-width="5" fill="none" stroke-linecap="round"/></svg>`);
  const path = join(folder, `portrait-${index}.png`);
  await page.screenshot({ path });
  return path;
}
