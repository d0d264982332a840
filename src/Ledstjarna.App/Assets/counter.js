import { element, later } from './dom.js';

const number = new Intl.NumberFormat('sv-SE');

/** How much is written of what there is room for. */
export function addCounter(area) {
  if (area.maxLength < 0) return;
  const line = area.closest('.ds-field')?.querySelector('.counter') ?? element('p', { class: 'counter' });
  const show = () => (line.textContent = `${number.format(area.value.length)} av ${number.format(area.maxLength)} tecken`);
  if (!line.isConnected) area.after(line);
  show();
  line.setAttribute('aria-live', 'polite'); // from now on: what it says at first is no news
  area.addEventListener('input', later(500, show));
}
