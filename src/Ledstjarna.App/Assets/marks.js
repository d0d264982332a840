// Markdown put around a selection or taken away: each gives what to put in place of text[from, to), and what to select then.
const starsBefore = (text, end) => /\**$/.exec(text.slice(0, end))[0].length;
const starsAfter = (text, start) => /^\**/.exec(text.slice(start))[0].length;

/** One star is emphasis, two are strong, three are both. */
const has = (mark, stars) => (mark.length === 2 ? stars >= 2 : stars % 2 === 1);

/** Around: "**" or "*". */
export function surround(text, start, end, mark) {
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  const inside = text.slice(start, end);
  const n = mark.length;
  if (has(mark, Math.min(starsBefore(text, start), starsAfter(text, end)))) {
    return { from: start - n, to: end + n, insert: inside, start: start - n, end: end - n };
  }

  const within = Math.min(starsAfter(inside, 0), starsBefore(inside, inside.length));
  if (inside.length > 2 * within && has(mark, within)) {
    return { from: start, to: end, insert: inside.slice(n, -n), start, end: end - 2 * n };
  }

  return { from: start, to: end, insert: mark + inside + mark, start: start + n, end: end + n };
}

const prefixes = {
  heading: { pattern: /^#{1,6} /, make: () => '# ' },
  bullets: { pattern: /^[-*] /, make: () => '- ' },
  numbers: { pattern: /^\d+\. /, make: (n) => `${n}. ` },
};

/** In front of each line of the selection. */
export function prefix(text, start, end, kind) {
  const { pattern, make } = prefixes[kind];
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const last = text.indexOf('\n', end > start && text[end - 1] === '\n' ? end - 1 : end);
  const to = last < 0 ? text.length : last;
  const lines = text.slice(from, to).split('\n');
  const counts = (line) => line.trim() || lines.length === 1;
  const isOn = lines.filter(counts).every((line) => pattern.test(line));
  let n = 0;
  const changed = lines.map((line) => {
    if (!counts(line)) return line;
    const bare = Object.values(prefixes).reduce((rest, p) => rest.replace(p.pattern, ''), line);
    return isOn ? bare : make(++n) + bare;
  });
  const insert = changed.join('\n');
  return { from, to, insert, start: start === end ? from + insert.length : from, end: from + insert.length };
}

/** Selects what is still to be written: the words or the address. */
export function link(text, start, end) {
  const inside = text.slice(start, end).trim();
  const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(inside);
  const words = isAddress || !inside ? 'länktext' : inside;
  const address = isAddress ? inside : 'https://';
  const select = words === inside ? [words.length + 3, address.length] : [1, words.length];
  return { from: start, to: end, insert: `[${words}](${address})`, start: start + select[0], end: start + select[0] + select[1] };
}
