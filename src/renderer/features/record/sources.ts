import { largestPicture } from './engine/quality.ts';
import type { SourceRefusal } from './words.ts';

/** Thrown where the browser, the system or the person did not give a source. */
export class SourceRefused extends Error {
  readonly refusal: SourceRefusal;
  constructor(refusal: SourceRefusal, cause: unknown) {
    super(refusal, { cause });
    this.refusal = refusal;
  }
}

const refusalOf = (error: unknown): SourceRefusal => {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'AbortError' || name === 'InvalidStateError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return name === 'NotReadableError' ? 'busy' : 'unsupported';
};

async function asked(open: () => Promise<MediaStream>): Promise<MediaStream> {
  try {
    return await open();
  } catch (error) {
    throw new SourceRefused(refusalOf(error), error);
  }
}

/** Sound as it is, for what a machine plays; a voice is cleaned of the room by the browser. */
const asItIs = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const;

/** What newer browsers know and the types do not yet. */
type DisplayOptions = DisplayMediaStreamOptions & {
  systemAudio: 'include';
  selfBrowserSurface: 'exclude';
  surfaceSwitching: 'include';
};

/** Opens the picker of the browser or the shell. The sound of what is shown comes along where the person ticks it. */
export const openScreen = (): Promise<MediaStream> =>
  asked(() => {
    const options: DisplayOptions = {
      video: { frameRate: { ideal: 30, max: 30 }, width: { max: largestPicture.width }, height: { max: largestPicture.height } },
      audio: asItIs,
      systemAudio: 'include',
      selfBrowserSurface: 'exclude',
      surfaceSwitching: 'include',
    };
    return navigator.mediaDevices.getDisplayMedia(options);
  });

const exactly = (deviceId: string | null) => (deviceId === null ? {} : { deviceId: { exact: deviceId } });

export const openCamera = (deviceId: string | null): Promise<MediaStream> =>
  asked(() =>
    navigator.mediaDevices.getUserMedia({
      video: { ...exactly(deviceId), width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
    }),
  );

export const openMicrophone = (deviceId: string | null): Promise<MediaStream> =>
  asked(() => navigator.mediaDevices.getUserMedia({ audio: { ...exactly(deviceId), channelCount: { ideal: 1 } } }));

export interface Device {
  id: string;
  label: string;
}

/** The devices of a kind; without names until one of them was allowed. */
export async function devicesOf(kind: 'videoinput' | 'audioinput'): Promise<Device[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === kind && device.deviceId !== '' && device.deviceId !== 'communications')
    .map(({ deviceId, label }, index) => ({ id: deviceId, label: label || `Device ${index + 1}` }));
}

const surfaces: Record<string, string> = { monitor: 'Entire screen', window: 'One window', browser: 'One tab' };

/** What is shown, in words. */
export function surfaceOf(track: MediaStreamTrack): string {
  return surfaces[track.getSettings().displaySurface ?? ''] ?? 'Chosen';
}
