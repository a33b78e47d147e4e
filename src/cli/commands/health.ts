import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { Fault } from '../../shared/contract/faults.ts';
import type { HealthReport } from '../../shared/model/health/report.ts';
import { findingPlace, findingSentence, glancedSentence, trackWords } from '../../shared/model/health/words.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { interruption } from '../media/progress.ts';
import { say } from '../output.ts';

interface HealthOptions extends WorkspaceOptions {
  take?: string;
  json?: boolean;
}

/** A media file that is no take: its picture counts as a screen, its sound as a voice. */
async function ofFile(file: string, signal: AbortSignal): Promise<HealthReport> {
  const [{ locateFfmpeg }, { survey }, { pictureTrack, soundTrack, takeDuration }, { measureHealth }, { noStory }] = await Promise.all([
    import('../../main/media/locate.ts'),
    import('../../main/media/survey.ts'),
    import('../../main/media/tracks.ts'),
    import('../../main/health/measure.ts'),
    import('../../shared/model/health/judge-events.ts'),
  ]);
  const ffmpeg = await locateFfmpeg();
  const { video, audio } = await survey(ffmpeg, file, { signal });
  const [picture] = video;
  const [sound] = audio;
  const tracks = [
    ...(picture ? [pictureTrack('screen', file, picture, 0)] : []),
    ...(sound ? [soundTrack('microphone', file, sound, 0)] : []),
  ];
  if (tracks.length === 0) throw new Fault('MEDIA_UNREADABLE', { name: basename(file) });
  const duration = takeDuration(tracks);
  return measureHealth(ffmpeg, { tracks, duration, marks: [], story: noStory, pathOf: (track) => track.file }, { signal });
}

async function ofTake(options: HealthOptions, take: string, signal: AbortSignal): Promise<HealthReport> {
  const [{ examineTake }, { createToolbox }] = await Promise.all([
    import('../../main/health/health.ts'),
    import('../../main/media/toolbox.ts'),
  ]);
  return withCore(options, async ({ studio }) => examineTake(studio, await createToolbox(studio)(), take, { signal }));
}

function inWords({ findings, tracks, duration, glanced = [] }: HealthReport): string {
  const found = findings.map((finding) => {
    const place = findingPlace(finding, duration);
    return `${finding.weight === 'fault' ? '!' : '·'} ${place ? `${place}  ` : ''}${findingSentence(finding)}`;
  });
  return [...(found.length > 0 ? found : ['Nothing is wrong.']), ...glanced.map(glancedSentence), tracks.map(trackWords).join(', ')].join(
    '\n',
  );
}

export function addHealth(program: Command): void {
  program
    .command('health [file]')
    .description('say how a take or a media file turned out: what is silent, distorted, black, frozen or missing')
    .option('--take <id>', 'a take of the workspace instead of a file')
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (file: string | undefined, options: HealthOptions, command: Command) => {
      if ((file === undefined) === (options.take === undefined)) command.error('error: name a file, or a take with --take');
      const signal = interruption();
      const report = options.take === undefined ? await ofFile(resolve(file ?? ''), signal) : await ofTake(options, options.take, signal);
      say(options.json, report, inWords(report));
    });
}
