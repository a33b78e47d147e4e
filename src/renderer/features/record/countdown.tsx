import { Button } from '../../ui/button.tsx';
import css from './record.module.css';
import type { Recorder } from './use-recording.ts';

export function Countdown({ left, recorder }: { left: number; recorder: Recorder }) {
  return (
    <div className={css.count}>
      <span aria-hidden="true">{left}</span>
      <div>
        <Button variant="primary" onClick={recorder.skip} autoFocus>
          Begin now
        </Button>
        <Button onClick={recorder.cancel}>Cancel</Button>
      </div>
    </div>
  );
}
