import { useMutation } from '@tanstack/react-query';
import { Check, ChevronDown, ChevronUp, Play, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { toOutput } from '../../../shared/model/edit/time.ts';
import type { Item, Kind, Proposal } from '../../../shared/model/proposals/proposal.ts';
import { partList } from '../../../shared/model/proposals/steps.ts';
import { client } from '../../api/client.ts';
import { requireSaved } from '../../saving/require-saved.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import type { Bench } from './bench.ts';
import styles from './panel-proposals.module.css';
import panels from './panels.module.css';
import type { Proposing } from './use-proposals.ts';
import { clock, signed, spoken } from './words.ts';

/** Play begins this long before the place, so that one hears how it would join. In seconds. */
const before = 1.5;
/** So many rows are in the page at first; more when they are asked for. */
const fewRows = 30;

const takeWords: Record<Kind, string> = {
  silences: 'Shorten',
  fillers: 'Cut',
  repeats: 'Cut',
  chapters: 'Make chapters',
  zooms: 'Go close',
  denoise: 'Reduce the noise',
  parts: 'Make',
  loudness: '',
};

function SilenceChoice({ proposing: { below, rest, setSilence } }: { proposing: Proposing }) {
  return (
    <div className={styles.choice}>
      <label>
        <span>Silence is below</span>
        <span className={styles.figure}>{signed(below).replace('.0', '')} dB</span>
        <input
          type="range"
          min={-70}
          max={-20}
          step={1}
          value={below}
          aria-valuetext={`${below} decibels`}
          onChange={(event) => setSilence({ below: Number(event.target.value) })}
        />
      </label>
      <label>
        <span>Leave a rest of</span>
        <span className={styles.figure}>{rest.toFixed(1)} s</span>
        <input
          type="range"
          min={0.2}
          max={2}
          step={0.1}
          value={rest}
          aria-valuetext={`${rest.toFixed(1)} seconds`}
          onChange={(event) => setSilence({ rest: Number(event.target.value) })}
        />
      </label>
    </div>
  );
}

interface RowProps {
  item: Item;
  proposal: Proposal;
  bench: Bench;
}

function Row({ item, proposal, bench: { list, player, proposing } }: RowProps) {
  const at = proposal.kind === 'parts' ? item.from : toOutput(list, item.source, item.from);
  const seconds = item.to - item.from;
  const play = () => {
    player.pause();
    player.seek(Math.max(0, (at ?? 0) - before));
    player.toggle();
  };
  const what = [item.label, at === null ? null : clock(at), seconds > 0 ? `${seconds.toFixed(1)} s` : null].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <button type="button" className={styles.place} onClick={play} title="Play this place">
        <Play size={14} aria-hidden="true" />
        <span className="visually-hidden">Play</span> {what}
      </button>
      {proposal.kind !== 'parts' && (
        <>
          <IconButton label={`Take ${what}`} icon={Check} onClick={() => proposing.take(proposal.kind, [item])} />
          <IconButton label={`Leave ${what}`} icon={X} onClick={() => proposing.leave([item])} />
        </>
      )}
    </li>
  );
}

function Rows({ proposal, bench }: { proposal: Proposal; bench: Bench }) {
  const [shown, setShown] = useState(fewRows);
  const { items } = proposal;
  return (
    <>
      <ul className={styles.rows} aria-label={proposal.sentence}>
        {items.slice(0, shown).map((item) => (
          <Row key={`${item.id} ${item.from}`} {...{ item, proposal, bench }} />
        ))}
      </ul>
      {items.length > shown && (
        <Button variant="plain" className={styles.flush} onClick={() => setShown(shown + fewRows * 2)}>
          {`Show more of the other ${items.length - shown}`}
        </Button>
      )}
    </>
  );
}

/** Several cuts out of one: the one at hand stays as it is. */
function MakeParts({ proposal, bench: { edit, list, editing, cutting } }: { proposal: Proposal; bench: Bench }) {
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: async () => {
      await requireSaved(editing.flush);
      const { title } = editing.cut;
      return client.edits.part({
        id: edit.id,
        parts: proposal.items.map(({ from, to, label }) => ({
          title: `${title}: ${label}`.slice(0, 120),
          list: partList(list, { from, to, title: label ?? '' }),
        })),
      });
    },
    onSuccess: (made) => cutting.say(`Made ${made.length} cuts. They stand on the start page; this one stays as it is.`),
  });
  if (make.data) {
    return (
      <>
        <p className={panels.small}>{make.data.length} cuts were made. They stand on the start page; this one stays as it is.</p>
        <Button onClick={() => navigate('/')}>Go to the start page</Button>
      </>
    );
  }
  return (
    <>
      <FaultNotice error={make.error} />
      <Button busy={make.isPending} onClick={() => make.mutate()}>
        {`Make ${proposal.items.length} cuts`}
      </Button>
    </>
  );
}

function ProposalCard({ proposal, bench }: { proposal: Proposal; bench: Bench }) {
  const { proposing } = bench;
  const { kind, sentence, items, saves } = proposal;
  const [open, setOpen] = useState(false);
  const hasPlaces = kind !== 'loudness' && kind !== 'denoise';
  return (
    <li className={styles.card}>
      <h3>{sentence}</h3>
      {saves > 0.05 && <p className={styles.saves}>{`Saves ${spoken(saves)}.`}</p>}
      {kind === 'silences' && <SilenceChoice proposing={proposing} />}
      <div className={styles.actions}>
        {kind === 'parts' && <MakeParts proposal={proposal} bench={bench} />}
        {kind !== 'parts' && kind !== 'loudness' && (
          <Button icon={Check} onClick={() => proposing.take(kind, items)}>
            {takeWords[kind]}
          </Button>
        )}
        <Button variant="plain" className={kind === 'loudness' ? styles.flush : undefined} onClick={() => proposing.leave(items)}>
          {kind === 'loudness' ? 'Hide this' : 'Leave'}
        </Button>
        {hasPlaces && (
          <Button variant="plain" icon={open ? ChevronUp : ChevronDown} aria-expanded={open} onClick={() => setOpen(!open)}>
            {kind === 'parts' ? 'Show them' : 'One by one'}
          </Button>
        )}
      </div>
      {open && <Rows proposal={proposal} bench={bench} />}
    </li>
  );
}

/** What could be done, each to be taken or left. Nothing happens by itself. */
export function PanelProposals({ bench }: { bench: Bench }) {
  const { proposing } = bench;
  const { proposals, left, pending } = proposing;
  const open = proposals.filter(({ kind }) => kind !== 'parts' && kind !== 'loudness');
  const silent = !proposals.some(({ kind }) => kind === 'silences') && !pending;
  return (
    <div className={styles.proposals}>
      <FaultNotice error={proposing.error} />
      {proposals.length === 0 && (
        <div className={panels.teach}>
          <h2>{pending ? 'Listening to the take' : 'Nothing to propose'}</h2>
          <p>
            Long silences, noise, filler words where there are captions, places where the view could go close, and steps that were marked
            while recording are proposed here. You take them or leave them.
          </p>
        </div>
      )}
      {open.length > 1 && (
        <Button icon={Check} onClick={proposing.takeAll}>
          Take all of these
        </Button>
      )}
      <ul className={styles.cards} aria-label="Proposals">
        {proposals.map((proposal) => (
          <ProposalCard key={proposal.kind} proposal={proposal} bench={bench} />
        ))}
        {silent && (
          <li className={styles.card}>
            <h3>No silence is long enough to be shortened.</h3>
            <SilenceChoice proposing={proposing} />
          </li>
        )}
      </ul>
      {left > 0 && (
        <Button variant="plain" className={styles.flush} icon={Undo2} onClick={proposing.showLeft}>
          {left === 1 ? 'One was left. Propose it again' : `${left} were left. Propose them again`}
        </Button>
      )}
    </div>
  );
}
