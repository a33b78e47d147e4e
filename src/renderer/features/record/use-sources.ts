import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readChoices, writeChoices } from './choices.ts';
import type { LiveSources } from './engine/engine.ts';
import { openCamera, openMicrophone, openScreen, SourceRefused, surfaceOf } from './sources.ts';
import type { SourceName, SourceRefusal } from './words.ts';

export type Source =
  | { state: 'off' }
  | { state: 'asking' }
  | { state: 'on'; stream: MediaStream; label: string; deviceId: string | null }
  | { state: 'refused'; refusal: SourceRefusal };

export type SourceSet = Record<SourceName, Source>;

export interface Sources {
  set: SourceSet;
  /** What of it can be recorded, a track a kind. */
  live: LiveSources;
  /** Turns a source on, or chooses another one. */
  open(name: SourceName, deviceId?: string | null): Promise<void>;
  close(name: SourceName): void;
}

const off: Source = { state: 'off' };
const stop = (source: Source) => {
  if (source.state === 'on') for (const track of source.stream.getTracks()) track.stop();
};

async function openSource(name: SourceName, deviceId: string | null): Promise<Source> {
  try {
    const stream = await (name === 'screen' ? openScreen() : name === 'camera' ? openCamera(deviceId) : openMicrophone(deviceId));
    const track = stream.getTracks().find(({ kind }) => kind === (name === 'microphone' ? 'audio' : 'video'));
    if (!track) return { state: 'refused', refusal: 'missing' };
    return {
      state: 'on',
      stream,
      label: name === 'screen' ? surfaceOf(track) : track.label,
      deviceId: track.getSettings().deviceId ?? null,
    };
  } catch (error) {
    if (error instanceof SourceRefused) return { state: 'refused', refusal: error.refusal };
    throw error;
  }
}

const liveOf = ({ screen, camera, microphone }: SourceSet): LiveSources => {
  const live: LiveSources = {};
  const [picture, face, voice] = [screen, camera, microphone].map((source) => (source.state === 'on' ? source.stream : null));
  const shown = picture?.getVideoTracks()[0];
  const played = picture?.getAudioTracks()[0];
  const seen = face?.getVideoTracks()[0];
  const heard = voice?.getAudioTracks()[0];
  if (shown) live.screen = shown;
  if (played) live.system = played;
  if (seen) live.camera = seen;
  if (heard) live.microphone = heard;
  return live;
};

/** A source is muted for a moment now and then; only what lasts is told, in milliseconds. */
const settledMute = 1000;

/** Follows the tracks of a stream: what ends one of them ends the source. */
function watch(stream: MediaStream, tell: (change: SourceChange) => void): void {
  for (const track of stream.getTracks()) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told = false;
    track.addEventListener('mute', () => {
      timer = setTimeout(() => {
        told = track.muted && track.readyState === 'live';
        if (told) tell('muted');
      }, settledMute);
    });
    track.addEventListener('unmute', () => {
      clearTimeout(timer);
      if (told) tell('back');
      told = false;
    });
    track.addEventListener('ended', () => {
      clearTimeout(timer);
      for (const other of stream.getTracks()) other.stop();
      tell('ended');
    });
  }
}

/** What a source does by itself: its device goes away, is muted by a switch or the system, or gives something again. */
export type SourceChange = 'ended' | 'muted' | 'back';

/** The sources of the page. What was on last time is turned on again; `onChange` tells what one does by itself. */
export function useSources(onChange: (name: SourceName, change: SourceChange) => void): Sources {
  const [set, setSet] = useState<SourceSet>({ screen: off, camera: off, microphone: off });
  const current = useRef(set);
  current.current = set;
  const changed = useRef(onChange);
  changed.current = onChange;

  /** What is being asked for. Only the last wish for a source counts, and none any more once the page was left. */
  const wishes = useRef<Record<SourceName, { deviceId: string | null } | null>>({ screen: null, camera: null, microphone: null });

  const put = useCallback((name: SourceName, source: Source) => setSet((all) => ({ ...all, [name]: source })), []);

  const open = useCallback(
    async (name: SourceName, deviceId: string | null = readChoices()[name].deviceId): Promise<void> => {
      // Whoever asks for the same once more waits for the answer that is on its way: nobody is shown a second picker.
      if (wishes.current[name]?.deviceId === deviceId) return;
      const wish = { deviceId };
      wishes.current[name] = wish;
      const before = current.current[name];
      // A cancelled picker leaves what was shown before.
      if (before.state !== 'on') put(name, { state: 'asking' });
      let source = await openSource(name, deviceId);
      // The device of last time is not there any more: any other one will do.
      if (source.state === 'refused' && source.refusal === 'missing' && deviceId !== null) source = await openSource(name, null);
      if (wishes.current[name] !== wish) return stop(source);
      wishes.current[name] = null;
      if (source.state === 'refused' && before.state === 'on') return;
      stop(before);
      put(name, source);
      if (source.state !== 'on') return;
      writeChoices(name, { on: true, deviceId: source.deviceId });
      watch(source.stream, (change) => {
        if (change === 'ended') put(name, off);
        changed.current(name, change);
      });
    },
    [put],
  );

  const close = useCallback(
    (name: SourceName) => {
      wishes.current[name] = null;
      stop(current.current[name]);
      put(name, off);
      writeChoices(name, { on: false, deviceId: readChoices()[name].deviceId });
    },
    [put],
  );

  useEffect(() => {
    const choices = readChoices();
    for (const name of ['microphone', 'camera'] as const) if (choices[name].on) void open(name);
    const { current: last } = wishes;
    return () => {
      for (const name of ['screen', 'camera', 'microphone'] as const) {
        last[name] = null;
        stop(current.current[name]);
      }
    };
  }, [open]);

  const live = useMemo(() => liveOf(set), [set]);
  return { set, live, open, close };
}
