import {testIn} from './pretend-dom.ts';

testIn('jsdom');
