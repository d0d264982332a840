import { button, element, tellChanged } from './dom.js';
import { link, prefix, surround } from './marks.js';
import { addPreview } from './preview.js';

const tools = [
  { name: 'Fet', shortcut: 'b', change: (...selection) => surround(...selection, '**') },
  { name: 'Kursiv', shortcut: 'i', change: (...selection) => surround(...selection, '*') },
  { name: 'Rubrik', change: (...selection) => prefix(...selection, 'heading') },
  { name: 'Punktlista', change: (...selection) => prefix(...selection, 'bullets') },
  { name: 'Numrerad lista', change: (...selection) => prefix(...selection, 'numbers') },
  { name: 'Länk', change: link },
];

/** Buttons above a text area that write Markdown in it. */
export function addToolbar(area) {
  const buttons = tools.map((tool) => {
    const shortcut = tool.shortcut ? { 'aria-keyshortcuts': `Control+${tool.shortcut.toUpperCase()}`, 'data-mark': tool.shortcut } : {};
    return button(tool.name, { 'data-variant': 'tertiary', 'data-size': 'sm', ...shortcut }, () => use(area, tool));
  });
  if (area.dataset.preview) buttons.push(addPreview(area));
  const bar = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Formatering' }, ...buttons);
  rove(bar, buttons);
  area.before(bar);
  area.addEventListener('keydown', (event) => {
    const tool = tools.find((t) => t.shortcut === event.key.toLowerCase());
    if (tool && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      use(area, tool);
    }
  });
}

function use(area, tool) {
  if (area.readOnly || area.disabled) return;
  const { from, to, insert, start, end } = tool.change(area.value, area.selectionStart, area.selectionEnd);
  const isRoom = area.maxLength < 0 || area.value.length - (to - from) + insert.length <= area.maxLength;
  area.focus();
  if (!isRoom) return;
  area.setSelectionRange(from, to);
  // The old command is the only way to write that the browser's undo knows of.
  if (!document.execCommand(insert ? 'insertText' : 'delete', false, insert)) {
    area.setRangeText(insert);
    tellChanged(area);
  }
  area.setSelectionRange(start, end);
}

/** One stop for Tab; arrows between the buttons. */
function rove(bar, buttons) {
  const stopAt = (stop) => buttons.forEach((b) => (b.tabIndex = b === stop ? 0 : -1));
  stopAt(buttons[0]);
  bar.addEventListener('focusin', (event) => stopAt(event.target));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length).focus();
  });
}
