import {css} from 'lit';

export const resultsStyles = css`
  .results {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: 16px;
    align-items: start;
  }
  .results section {
    min-inline-size: 0;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--sheet);
  }
  .results h2 {
    font-size: 16px;
    line-height: 24px;
  }
  .verdict {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-block: 4px 12px;
    color: light-dark(#14713d, #6dd49a);
  }
  .verdict[data-holds='no'],
  td[data-holds='no'] {
    color: light-dark(#b3261e, #ff9a90);
    font-weight: 600;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block-end: 12px;
  }
  th,
  td {
    padding: 6px 8px;
    border-block-start: 1px solid var(--line);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  thead th {
    border: 0;
    color: var(--quiet);
    font-size: 13px;
    font-weight: 400;
  }
  th:first-child {
    padding-inline-start: 0;
    font-weight: 400;
    text-align: start;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  .least {
    color: var(--quiet);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    margin-block: 8px 12px;
    border-block-end: 1px solid var(--line);
  }
  .ways button {
    min-block-size: 32px;
    margin-block-end: -1px;
    padding: 4px 0;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--quiet);
    cursor: pointer;
  }
  .ways button[aria-pressed='true'] {
    border-color: var(--ink);
    color: var(--ink);
    font-weight: 600;
  }
  pre {
    block-size: 268px;
    margin: 12px 0;
    padding: 12px 16px;
    border-radius: 8px;
    overflow: auto;
    background: var(--ground);
    font: 13px/20px ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace;
    tab-size: 2;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .code:focus {
    outline: none;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
