import {testIn} from './pretend-dom.ts';

testIn('happy-dom');
