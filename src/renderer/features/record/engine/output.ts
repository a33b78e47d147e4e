import { Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny';
import { fragmentDuration } from './quality.ts';

type Container = 'mp4' | 'webm';

/** A file that is written by appending only, so that it can be read as far as it got. */
export function appendOnlyOutput(container: Container, target: ConstructorParameters<typeof Output>[0]['target']): Output {
  const format =
    container === 'mp4'
      ? new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: fragmentDuration })
      : new WebMOutputFormat({ appendOnly: true, minimumClusterDuration: fragmentDuration });
  return new Output({ format, target });
}
