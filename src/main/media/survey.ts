import { basename } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import { readPackets, soundEnds } from './copy/packets.ts';
import type { Ffmpeg } from './locate.ts';
import { type ProbeOptions, probe, refuseUndecodable } from './probe.ts';
import type { Probe } from './probe-report.ts';

/** A picture by what is really in its file. */
export type SurveyedPicture = Probe['video'][number] & {
  /** Seconds for which a frame stands at most. */
  longestFrame?: number;
  /** Seconds of the file at which its last frame appears. */
  lastFrame?: number;
  /** Seconds that were promised and are not there. */
  missing?: number;
};

export interface Survey extends Probe {
  video: SurveyedPicture[];
  /** The file ends in the middle of something. What is there can be used. */
  breaksOff: boolean;
}

/** Headers round, and count a last frame or not. */
const rounding = 0.3;

/** A file with sound alone, as long as what is in it where it does not say how long it is: so browsers write it. */
async function withLength(ffmpeg: Ffmpeg, path: string, found: Probe, { name, signal }: ProbeOptions): Promise<Probe> {
  const [sound] = found.audio;
  if (!sound || sound.duration > 0) return found;
  const duration = await soundEnds(ffmpeg, path, sound.stream, signal);
  if (duration <= 0) throw new Fault('MEDIA_UNREADABLE', { name: name ?? basename(path) });
  return { ...found, duration, audio: found.audio.map((each) => ({ ...each, duration: each.duration || duration })) };
}

/**
 * A foreign file by what is in it and not by what its header says: how long its first picture is, how long its frames
 * stand, whether it breaks off. Refuses like `probe`, with MEDIA_CODEC_UNKNOWN, and with MEDIA_TRUNCATED where not one
 * frame is left. A file without a picture is no refusal.
 */
export async function survey(ffmpeg: Ffmpeg, path: string, options: ProbeOptions = {}): Promise<Survey> {
  const found = await probe(ffmpeg, path, options);
  const [picture, ...others] = found.video;
  if (!picture) return { ...(await withLength(ffmpeg, path, found, options)), breaksOff: false };
  await refuseUndecodable(ffmpeg, path, picture, options);
  const read = await readPackets(ffmpeg, path, picture.stream, options.signal);
  const ends = read?.ends ?? 0;
  const breaksOff = read?.breaksOff ?? false;
  // A last frame may stand for long without saying so: only a file that breaks off is as long as its frames.
  const duration = breaksOff || ends > picture.duration + rounding ? ends : picture.duration;
  if (duration <= 0) throw new Fault('MEDIA_UNREADABLE', { name: options.name ?? basename(path) });
  const missing = breaksOff ? picture.duration - duration : 0;
  const surveyed: SurveyedPicture = {
    ...picture,
    duration,
    ...(read && { longestFrame: read.longestFrame, lastFrame: read.lastFrame }),
    ...(missing > rounding && { missing }),
  };
  return {
    ...found,
    breaksOff,
    duration: breaksOff ? duration : Math.max(found.duration, duration),
    video: [surveyed, ...others],
    audio: found.audio.map((sound) => ({ ...sound, duration: Math.min(sound.duration || duration, duration) })),
  };
}

/** As `survey`, for files that are to be seen: refuses with MEDIA_NO_VIDEO. */
export async function surveyPicture(
  ffmpeg: Ffmpeg,
  path: string,
  options: ProbeOptions = {},
): Promise<Survey & { picture: SurveyedPicture }> {
  const found = await survey(ffmpeg, path, options);
  const [picture] = found.video;
  if (!picture) throw new Fault('MEDIA_NO_VIDEO', { name: options.name ?? basename(path) });
  return { ...found, picture };
}
