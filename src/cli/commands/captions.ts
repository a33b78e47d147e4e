import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Command, InvalidArgumentError } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { type CaptionTools, CaptionWork } from '../../shared/contract/captions.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { Language, type Origin } from '../../shared/model/captions/captions.ts';
import { toSrt, toVtt } from '../../shared/model/captions/write.ts';
import { interruption, progressLine } from '../media/progress.ts';
import { say } from '../output.ts';

interface CaptionsOptions {
  script?: string;
  whisper?: string;
  model?: string;
  language: string;
  out?: string;
  json?: boolean;
}

const largestScript = 400_000;

const languageOf = (value: string): string => {
  if (value === 'auto' || Language.safeParse(value).success) return value;
  throw new InvalidArgumentError('A language is a short code: en, de, pt-BR');
};
const outOf = (value: string): string => {
  if (['.vtt', '.srt'].includes(extname(value).toLowerCase())) return resolve(value);
  throw new InvalidArgumentError('The file ends with .vtt or .srt');
};

/** The script in a file, or what comes in by standard input for `-`. */
async function readScript(place: string): Promise<string> {
  if (place === '-') return text(process.stdin);
  const found = await stat(place).catch(() => null);
  if (!found?.isFile()) throw new Fault('NOT_FOUND', { what: 'script' });
  if (found.size > 4 * largestScript) throw new Fault('MEDIA_TOO_LARGE', { name: 'The script', maxBytes: 4 * largestScript });
  return readFile(place, 'utf8');
}

async function workOf({ script, language }: CaptionsOptions): Promise<CaptionWork> {
  const work =
    script === undefined
      ? { by: 'whisper', language }
      : { by: 'script', language: language === 'auto' ? 'en' : language, script: await readScript(script) };
  const { data } = CaptionWork.safeParse(work);
  if (!data) throw new Fault('CAPTIONS_NO_SCRIPT', {});
  return data;
}

/** Where the script and what is said differ, for people. */
function remarks(origin: Origin): string[] {
  if (origin.by !== 'script') return [];
  if (!origin.aligned) return ['The times are guessed: no aligner for this language was found.'];
  const moment = (seconds: number) => seconds.toFixed(1);
  return [
    ...origin.missing.map((sentence) => `not heard     ${sentence}`),
    ...origin.extra.map(({ from, to }) => `not in script ${moment(from)}–${moment(to)} s`),
  ];
}

/** A media file's captions, made in a folder that is gone afterwards. */
async function captionsOf(file: string, options: CaptionsOptions) {
  const [{ locateFfmpeg }, { survey }, { makeCaptions }] = await Promise.all([
    import('../../main/media/locate.ts'),
    import('../../main/media/survey.ts'),
    import('../../main/captions/make.ts'),
  ]);
  const work = await workOf(options);
  const ffmpeg = await locateFfmpeg();
  const path = resolve(file);
  const found = await survey(ffmpeg, path);
  const [sound] = found.audio;
  if (!sound) throw new Fault('CAPTIONS_NO_SPEECH', {});
  const chosen: CaptionTools = {
    whisper: { program: options.whisper ? resolve(options.whisper) : '', model: options.model ? resolve(options.model) : '' },
    aligner: { program: '', model: '' },
  };
  const folder = await mkdtemp(join(tmpdir(), 'showhow-captions-'));
  const line = progressLine('Listening');
  try {
    const input = { path, stream: sound.stream, offset: 0, duration: found.duration };
    return await makeCaptions(ffmpeg, input, work, { chosen, folder, signal: interruption(), progress: line.show });
  } finally {
    line.end();
    await rm(folder, { recursive: true, force: true });
  }
}

export function addCaptions(program: Command): void {
  program
    .command('captions <file>')
    .description('make captions of a media file, from its script or by whisper')
    .option('--script <text>', 'text file with what is said; - reads standard input')
    .option('--whisper <program>', 'whisper.cpp program, where there is no script (default: the one that is installed)')
    .option('--model <file>', 'model for whisper')
    .option('--language <code>', 'language of the sound; auto leaves it to whisper', languageOf, 'auto')
    .option('--out <file>', 'write a .vtt or .srt file (default: WebVTT on standard output)', outOf)
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: CaptionsOptions) => {
      const made = await captionsOf(file, options);
      const written = options.out && extname(options.out).toLowerCase() === '.srt' ? toSrt(made.cues) : toVtt(made.cues);
      if (options.out) await writeFileAtomic(options.out, written);
      const report = remarks(made.origin);
      if (!options.json && !options.out && report.length > 0) process.stderr.write(`${report.join('\n')}\n`);
      const told = options.out ? [`${made.cues.length} captions in ${options.out}`, ...report].join('\n') : written.trimEnd();
      say(options.json, { ...made, out: options.out ?? null }, told);
    });
}
