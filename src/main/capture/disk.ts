import { Fault } from '../../shared/contract/faults.ts';
import { recordingSpace } from '../../shared/model/recording.ts';

/** How much is free, asked at most every two seconds however many pieces arrive. */
export interface DiskWatch {
  free(): Promise<number>;
  /** Refuses with DISK_FULL where less than `neededBytes` are free. */
  require(neededBytes: number): Promise<void>;
}

export function watchDisk(measure: () => Promise<number>): DiskWatch {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<number> = Promise.resolve(0);
  const free = (): Promise<number> => {
    if (Date.now() - asked > recordingSpace.lookEverySeconds * 1000) {
      asked = Date.now();
      answer = measure();
    }
    return answer;
  };
  return {
    free,
    async require(neededBytes) {
      const freeBytes = await free();
      if (freeBytes < neededBytes) throw new Fault('DISK_FULL', { freeBytes, neededBytes });
    },
  };
}
