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
      const { probe } = await import('../../main/media/probe.ts');
      const found = await probe(await locateFfmpeg(), resolve(file));
      const video = found.video.map(
        ({ codec, width, height, frameRate }) =>
          `picture  ${codec} ${width}×${height}${frameRate ? `, ${Math.round(frameRate)} a second` : ''}`,
      );
      const audio = found.audio.map(
        ({ codec, sampleRate, channels }) => `sound    ${codec} ${sampleRate ?? '?'} Hz, ${channels ?? '?'} channels`,
      );
      say(json, found, [`length   ${found.duration.toFixed(2)} s`, ...video, ...audio].join('\n'));
    });
}
