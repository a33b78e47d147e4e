import { type Areas, type Engine, EngineStopped, type LiveSources } from './engine.ts';
import { armMediaRecorder } from './media-recorder-engine.ts';
import { armWorkerEngine } from './worker-engine.ts';

export const hasWebCodecs = (): boolean => typeof MediaStreamTrackProcessor === 'function' && typeof VideoEncoder === 'function';

/**
 * Starts reading the sources and answers when each has an encoder: WebCodecs, and where that is missing MediaRecorder.
 * Throws EngineStopped where a source cannot be recorded.
 */
export async function armEngine(sources: LiveSources, areas: Areas = {}): Promise<Engine> {
  if (!hasWebCodecs()) return armMediaRecorder(sources);
  try {
    return await armWorkerEngine(sources, areas);
  } catch (error) {
    if (error instanceof EngineStopped && error.fault === 'encoder-missing') return armMediaRecorder(sources);
    throw error;
  }
}
