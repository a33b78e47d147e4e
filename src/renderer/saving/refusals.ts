import { readFault } from '../../shared/contract/faults.ts';

/** Another window saved in between. */
export const isStale = (error: unknown): boolean => {
  const code = readFault(error)?.code;
  return code === 'MODULE_STALE' || code === 'CONFLICT';
};

/** A server that is away comes back; a refusal with a reason stays one. */
export const mayPass = (error: unknown): boolean => {
  const fault = readFault(error);
  return fault === null || fault.code === 'UNEXPECTED';
};
