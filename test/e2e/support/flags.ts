/** Chromium without a GPU, a sandbox or anything that calls home: what a container can run. */
export const plainFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--autoplay-policy=no-user-gesture-required',
];

export interface FakeDevices {
  /** A .y4m or .mjpeg file that plays as the camera, over and over. */
  camera?: string;
  /** A .wav file that plays as the microphone, over and over. */
  microphone?: string;
  /** tab: the page's own tab is shared with its sound, without a picker · none: there are no devices at all. */
  screen?: 'tab' | 'none';
}

/**
 * Flags under which a page can record without anyone clicking a picker. `--use-fake-ui-for-media-stream` is left out,
 * because it overrides the accepted tab; grant camera and microphone on the context instead.
 */
export const recordingFlags = ({ camera, microphone, screen = 'tab' }: FakeDevices = {}): string[] => [
  ...plainFlags,
  '--use-fake-device-for-media-stream',
  ...(screen === 'tab' ? ['--auto-accept-this-tab-capture'] : []),
  ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
  ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}`] : []),
];
