import './no-eval.ts';
import '@portico/widgets/define';
import {defineElement} from '@portico/widgets';
import {brandAttribute, brandOf} from './brand-text.ts';
import {ThemeStudio} from './theme-studio.ts';

defineElement('theme-studio', ThemeStudio);

// The address holds the brand, so that a colleague who is sent it sees the same.
const studio = document.querySelector('theme-studio') as ThemeStudio;
const sent = brandOf(decodeURIComponent(location.hash.slice(1)));
if (sent) studio.brand = sent;
studio.addEventListener('brand-change', () => history.replaceState(null, '', `#${encodeURIComponent(brandAttribute(studio.brand))}`));
