import { Mic, MonitorUp, Square, Video } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Loss, Losses } from './state.ts';
import { useDevices } from './use-devices.ts';
import type { Recorder } from './use-recording.ts';
import type { Sources } from './use-sources.ts';
import { lossSentence, type SourceName } from './words.ts';

const icons = { screen: MonitorUp, camera: Video, microphone: Mic };

/** The way out of a loss: another device for the same track. */
function Another({ name, sources }: { name: SourceName; sources: Sources }) {
  const devices = useDevices(name, sources.set[name].state);
  if (name === 'screen')
    return (
      <Button icon={icons.screen} onClick={() => sources.open('screen')}>
        Show something else
      </Button>
    );
  const items = devices.map(({ id, label }) => ({ label, onSelect: () => void sources.open(name, id) }));
  if (items.length === 0) return null;
  return <Menu trigger={<Button icon={icons[name]}>Choose another</Button>} items={items} />;
}

interface LossNoticesProps {
  losses: Losses;
  recorder: Recorder;
  sources: Sources;
}

/** What went away in mid-take, said where the person looks, each with what can be done about it. */
export function LossNotices({ losses, recorder, sources }: LossNoticesProps) {
  return Object.entries(losses).map(([key, loss]) => {
    const name = key as SourceName;
    return (
      <Notice
        key={name}
        tone="fault"
        action={
          <>
            {recorder.canReplace && <Another name={name} sources={sources} />}
            {name === 'screen' && (
              <Button icon={Square} onClick={() => recorder.end('stopped')}>
                Stop here
              </Button>
            )}
          </>
        }
      >
        {lossSentence(name, loss as Loss, recorder.canReplace)}
      </Notice>
    );
  });
}
