import './hub.css';
import './local-times.ts';
import './setup-code.ts';
import './swap.ts';
import './recorder.ts';
import './review/index.ts';
