import { Crop, Maximize } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AreaFrame } from '../../ui/area/area-surface.tsx';
import { Button } from '../../ui/button.tsx';
import css from './area.module.css';
import { AreaChooser } from './area-chooser.tsx';
import type { ChosenArea } from './use-area.ts';

/** Over the picture of the screen: the area that is recorded, and while it is being chosen the tool for it. */
export function AreaLayer({ chosen: { area, choosing, choose } }: { chosen: ChosenArea }) {
  if (choosing) return <AreaChooser area={area} onArea={choose} />;
  if (!area) return null;
  return (
    <div className={css.shown}>
      <AreaFrame area={area} />
    </div>
  );
}

export function AreaTools({ chosen: { area, choosing, possible, setChoosing, choose } }: { chosen: ChosenArea }) {
  const tool = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!choosing) return;
    const leave = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key !== 'Escape' || defaultPrevented) return;
      setChoosing(false);
      tool.current?.focus();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [choosing, setChoosing]);
  if (!possible) return null;
  const whole = () => {
    choose(null);
    setChoosing(false);
  };
  return (
    <div className={css.tools}>
      {area && (
        <Button icon={Maximize} onClick={whole}>
          Whole picture
        </Button>
      )}
      <Button ref={tool} icon={Crop} aria-pressed={choosing} onClick={() => setChoosing(!choosing)}>
        {choosing ? 'Done' : area ? 'Change the area' : 'Only an area'}
      </Button>
    </div>
  );
}
