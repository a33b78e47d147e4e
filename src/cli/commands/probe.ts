import { resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../output.ts';

interface ProbeOptions {
  json?: boolean;
}

export function addProbe(program: Command): void {
  program
    .command('probe <file>')
    .description('say what is in a media file')
    .option('--json', 'print one JSON document')
    .action(async (file: string, { json }: ProbeOptions) => {
      const { locateFfmpeg } = await import('../../main/media/locate.ts');
      const { survey } = await import('../../main/media/survey.ts');
      const found = await survey(await locateFfmpeg(), resolve(file));
      const video = found.video.map(
        ({ codec, width, height, frameRate, interlaced, hdr }) =>
          `picture  ${codec} ${width}×${height}${frameRate ? `, ${Math.round(frameRate)} a second` : ''}${interlaced ? ', interlaced' : ''}${hdr ? ', HDR' : ''}`,
      );
      const audio = found.audio.map(
        ({ codec, sampleRate, channels }) => `sound    ${codec} ${sampleRate ?? '?'} Hz, ${channels ?? '?'} channels`,
      );
      say(
        json,
        found,
        [`length   ${found.duration.toFixed(2)} s${found.breaksOff ? ', and breaks off there' : ''}`, ...video, ...audio].join('\n'),
      );
    });
}
