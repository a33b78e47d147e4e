import './hub.css';
import './local-times.ts';
import './swap.ts';
import './recorder.ts';
