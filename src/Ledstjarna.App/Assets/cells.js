/**
 * What a spreadsheet puts on the clipboard, as rows of cells: tabs between cells, line breaks between rows.
 * A cell that itself holds a tab or a line break stands in quotation marks, with its own marks doubled.
 */
export function cellsOf(text) {
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y;
  for (let at = 0; at <= text.length; ) {
    cell.lastIndex = at;
    const [all, quoted, bare] = cell.exec(text);
    rows.at(-1).push(quoted === undefined ? bare : /[\t\n"]/.test(quoted) ? oneLine(quoted) : all);
    at += all.length;
    const next = /\t|\r?\n|\r/y;
    next.lastIndex = at;
    const [gap = ''] = next.exec(text) ?? [];
    if (gap && gap !== '\t') rows.push([]);
    at += gap.length || 1;
  }
  const last = rows.at(-1);
  if (rows.length > 1 && (last.length === 0 || (last.length === 1 && !last[0]))) rows.pop(); // the line break that ends the last row
  return rows;
}

const oneLine = (quoted) => quoted.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, ' ');
