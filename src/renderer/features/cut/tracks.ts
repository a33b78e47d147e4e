import { isSound, type Take, type Track } from '../../../shared/model/take.ts';

/** Where a track's file is played from. */
export const trackUrl = (take: string, track: Pick<Track, 'file'>): string => `/takes/${take}/${encodeURIComponent(track.file)}`;

/** How the tracks of a take are played: one picture that is the clock, a camera over it, and what is heard besides. */
export interface Playing {
  /** Null where the take has no picture. */
  picture: Track | null;
  camera: Track | null;
  /** Sound tracks with files of their own. */
  sounds: Track[];
  /** Whether the file of the picture brings sound along that belongs to the take. */
  pictureSounds: boolean;
}

/** A take without a screen shows its camera as the picture. */
export function playing(take: Pick<Take, 'tracks'>): Playing {
  const screen = take.tracks.find((track) => track.kind === 'screen');
  const camera = take.tracks.find((track) => track.kind === 'camera');
  const picture = screen ?? camera ?? null;
  const sound = take.tracks.filter((track) => isSound(track.kind));
  const within = sound.filter((track) => track.file === picture?.file);
  return {
    picture,
    camera: screen && camera ? camera : null,
    // A page plays one sound of a file; the other streams are heard once the edit is finished.
    sounds: sound.filter((track, index) => track.file !== picture?.file && sound.findIndex((other) => other.file === track.file) === index),
    pictureSounds: within.length > 0,
  };
}

/** The time of the take at which a file stands, and back. */
export const takeTime = (track: Track, fileTime: number): number => fileTime + track.offset;
export const fileTime = (track: Track, time: number): number => Math.min(Math.max(0, time - track.offset), track.duration);

/** Whether a track has something to show or to say at a moment of the take. */
export const covers = (track: Track, time: number): boolean => time >= track.offset && time < track.offset + track.duration;
