export { ImportButton } from './import-button.tsx';
export { InProgress } from './in-progress.tsx';
