import {
  ArrowLeftToLine,
  ArrowRightToLine,
  Bookmark,
  Keyboard,
  ListPlus,
  type LucideIcon,
  Magnet,
  Maximize2,
  Pause,
  Play,
  Redo2,
  Scissors,
  SquareSplitHorizontal,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { editDuration } from '../../../shared/model/edit/time.ts';
import { Button } from '../../ui/button.tsx';
import { keysOn, useLetterKeys } from '../../ui/letter-keys.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { perform, type Room } from './commands.ts';
import { redoLabel, undoLabel } from './history.ts';
import type { Command } from './keys.ts';
import { mostZoom } from './timeline-scale.ts';
import styles from './toolbar.module.css';
import type { Editing } from './use-edit.ts';
import { usePlayerState } from './use-player.ts';
import { clock } from './words.ts';

interface ToolProps {
  label: string;
  keys: string;
  shortcut?: string;
  icon: LucideIcon;
  disabled?: boolean;
  /** For a switch: whether it is on. */
  pressed?: boolean;
  onClick: () => void;
}

function Tool({ label, keys, shortcut, icon: Icon, disabled = false, pressed, onClick }: ToolProps) {
  const [letters] = useLetterKeys();
  const now = keysOn(keys, letters);
  return (
    <Tooltip label={label} keys={now}>
      <button
        type="button"
        className={styles.tool}
        aria-label={label}
        aria-keyshortcuts={(now && shortcut) || now || undefined}
        aria-disabled={disabled}
        aria-pressed={pressed}
        onClick={onClick}
      >
        <Icon size={18} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}

/** The moment of the finished video that is seen, and how long it will be. Written past React, sixty times a second. */
function Clock({ player, list }: Room) {
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (time: number) => {
      if (text.current) text.current.textContent = clock(time);
    };
    show(player.time());
    return player.onTime(show);
  }, [player]);
  return (
    <p className={styles.clock}>
      <span ref={text} className={styles.now} />
      <span className={styles.whole}>
        <span className="visually-hidden">of </span>
        <span aria-hidden="true">/ </span>
        {clock(editDuration(list))}
      </span>
    </p>
  );
}

interface Props {
  room: Room;
  editing: Editing;
}

export function Toolbar({ room, editing }: Props) {
  const { rate } = usePlayerState(room.player);
  const { selection, clip } = room.cutting;
  const { scale, zoomTo } = room.zooming;
  const does = (command: Command) => () => perform(command, room);
  const undone = undoLabel(editing.history);
  const again = redoLabel(editing.history);
  const most = mostZoom(scale);
  const [letters] = useLetterKeys();

  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Tools of the timeline">
      <div className={styles.group}>
        <Tooltip label={rate === 0 ? 'Play' : 'Pause'} keys="Space">
          <button
            type="button"
            className={styles.play}
            aria-label={rate === 0 ? 'Play' : 'Pause'}
            aria-keyshortcuts="Space"
            onClick={does({ do: 'play-pause' })}
          >
            {rate === 0 ? <Play size={20} aria-hidden="true" /> : <Pause size={20} aria-hidden="true" />}
          </button>
        </Tooltip>
        <Clock {...room} />
        {rate !== 0 && rate !== 1 && <span className={styles.rate}>{rate < 0 ? `back ${-rate}×` : `${rate}×`}</span>}
      </div>
      <div className={styles.group}>
        <Tool label="Select from here" keys="I" icon={ArrowRightToLine} onClick={does({ do: 'mark-in' })} />
        <Tool label="Select to here" keys="O" icon={ArrowLeftToLine} onClick={does({ do: 'mark-out' })} />
        <Button
          icon={Scissors}
          disabled={!selection && !clip}
          onClick={does({ do: 'cut-out' })}
          aria-keyshortcuts={keysOn('X Delete', letters)}
        >
          {selection || !clip ? `Cut out${selection ? ` ${(selection.to - selection.from).toFixed(1)} s` : ''}` : 'Remove clip'}
        </Button>
        <Tool label="Split here" keys="S" icon={SquareSplitHorizontal} onClick={does({ do: 'split' })} />
        <Tool label="Put in another take or file" keys="A" icon={ListPlus} onClick={does({ do: 'insert' })} />
        <Tool label="Chapter begins here" keys="C" icon={Bookmark} onClick={does({ do: 'chapter' })} />
        <Tool
          label={undone ? `Undo: ${undone}` : 'Undo'}
          keys="Ctrl Z"
          shortcut="Control+Z"
          icon={Undo2}
          disabled={!undone}
          onClick={does({ do: 'undo' })}
        />
        <Tool
          label={again ? `Redo: ${again}` : 'Redo'}
          keys="Ctrl Y"
          shortcut="Control+Y Control+Shift+Z"
          icon={Redo2}
          disabled={!again}
          onClick={does({ do: 'redo' })}
        />
      </div>
      <div className={styles.group}>
        <Tool label="Snapping" keys="N" icon={Magnet} pressed={room.snapping} onClick={does({ do: 'snapping' })} />
        <Tool label="Zoom out" keys="−" icon={ZoomOut} disabled={scale.zoom <= 1} onClick={does({ do: 'zoom-out' })} />
        <input
          type="range"
          className={styles.zoom}
          aria-label="Zoom"
          min={0}
          max={1}
          step={0.01}
          value={most > 1 ? Math.log(scale.zoom) / Math.log(most) : 0}
          aria-valuetext={`${scale.zoom.toFixed(1)} times`}
          onChange={(event) => zoomTo(most ** Number(event.target.value), room.player.time())}
        />
        <Tool label="Zoom in" keys="+" icon={ZoomIn} disabled={scale.zoom >= most} onClick={does({ do: 'zoom-in' })} />
        <Tool label="See all" keys="0" icon={Maximize2} disabled={scale.zoom <= 1} onClick={does({ do: 'zoom-fit' })} />
        <Tool label="Keys" keys="?" icon={Keyboard} onClick={does({ do: 'help' })} />
      </div>
    </div>
  );
}
