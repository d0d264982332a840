import { cellsOf } from './cells.js';
import { element, tellChanged } from './dom.js';

const isOpen = (cell) => cell && !cell.disabled && !cell.readOnly;
const isCell = (target) => target.matches?.('input[data-row][data-col]');
const place = (cell) => [Number(cell.dataset.row), Number(cell.dataset.col)];

/** A table of inputs takes a block of cells from a spreadsheet, and the keys of one. */
export function makeGrid(table) {
  const status = element('p', { class: 'grid-status', role: 'status' });
  (table.closest('.grid-entry') ?? table).after(status);
  let pasted = [];

  table.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isCell(event.target) || !/[\t\r\n]/.test(text)) return; // a single value is the browser's own matter
    event.preventDefault();
    const { changes, filled, emptied, left } = spread(table, event.target, cellsOf(text));
    write(changes, 'after');
    pasted = changes;
    status.textContent = [
      `${filled} ${filled === 1 ? 'värde inklistrat' : 'värden inklistrade'}.`,
      emptied ? `${emptied} ${emptied === 1 ? 'ruta tömd' : 'rutor tömda'}.` : '',
      left ? `${left} fick inte plats.` : '',
    ]
      .filter(Boolean)
      .join(' ');
  });

  table.addEventListener('keydown', (event) => {
    if (!isCell(event.target) || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'z' && pasted.some((c) => c.cell === event.target && c.cell.value === c.after)) {
        event.preventDefault();
        write(pasted.filter((c) => c.cell.value === c.after), 'before'); // what was typed since stays
        pasted = [];
        status.textContent = 'Inklistringen är ångrad.';
      }
      return;
    }

    const step = stepOf(event);
    if (step === 0) return;
    event.preventDefault(); // Enter on the last row too: it would send the form
    const next = neighbour(table, event.target, step);
    next?.focus();
    next?.select();
  });
}

/** What would change, and how many values there is no room for. */
function spread(table, first, rows) {
  const cells = new Map([...table.querySelectorAll('input[data-row][data-col]')].map((c) => [place(c).join(), c]));
  const [top, start] = place(first);
  const result = { changes: [], filled: 0, emptied: 0, left: 0 };
  for (const [r, row] of rows.entries()) {
    for (const [c, after] of row.entries()) {
      const cell = cells.get([top + r, start + c].join());
      if (isOpen(cell)) {
        result.changes.push({ cell, before: cell.value, after });
        if (after) result.filled++;
        else if (cell.value) result.emptied++;
      } else if (after) {
        result.left++;
      }
    }
  }
  return result;
}

function write(changes, which) {
  for (const change of changes) {
    change.cell.value = change[which];
    change[which] = change.cell.value; // as the browser keeps it
  }
  for (const { cell } of changes) tellChanged(cell);
}

function stepOf({ key, shiftKey, target }) {
  if (key === 'Enter') return shiftKey ? -1 : 1;
  if (shiftKey || target.list) return 0;
  return { ArrowDown: 1, ArrowUp: -1 }[key] ?? 0;
}

/** The nearest open cell above or below in the same column. */
function neighbour(table, cell, step) {
  const [row, col] = place(cell);
  return [...table.querySelectorAll(`input[data-row][data-col="${col}"]`)]
    .filter((c) => isOpen(c) && (place(c)[0] - row) * step > 0)
    .sort((a, b) => (place(a)[0] - place(b)[0]) * step)
    .at(0);
}
