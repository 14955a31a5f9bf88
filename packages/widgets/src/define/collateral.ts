import {Collateral} from '../collateral/collateral.ts';

// Not by `defineElement`: this element needs nothing of what that looks after, and is to weigh next to nothing.
if (typeof customElements !== 'undefined' && !customElements.get('portico-collateral')) customElements.define('portico-collateral', Collateral);
