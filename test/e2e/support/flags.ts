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
  /**
   * `{ titled }`: whoever asks for a screen gets the tab with this title, with its sound and without a picker ·
   * none: nobody answers the picker.
   */
  screen?: { titled: string } | 'none';
  /** Without devices the browser finds neither a camera nor a microphone. */
  devices?: boolean;
}

/**
 * Flags under which a page can record without anyone clicking a picker. `--use-fake-ui-for-media-stream` is left out,
 * because it shares a whole screen whatever was asked for; grant camera and microphone on the context instead.
 */
export const recordingFlags = ({ camera, microphone, screen = 'none', devices = true }: FakeDevices = {}): string[] => [
  ...plainFlags,
  ...(devices ? ['--use-fake-device-for-media-stream'] : []),
  ...(screen === 'none' ? [] : [`--auto-select-tab-capture-source-by-title=${screen.titled}`]),
  ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
  ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}`] : []),
];
