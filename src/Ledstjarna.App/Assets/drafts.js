// Drafts in the browser's own storage. Where that is full or turned off there are none, and nothing is said.
const prefix = 'ledstjarna:utkast:';
const keptFor = 30 * 24 * 60 * 60 * 1000;

const quietly = (action) => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

const parse = (text) => quietly(() => JSON.parse(text)) ?? undefined;
const isDraft = (draft) => typeof draft?.time === 'number' && typeof draft.fields === 'object' && draft.fields !== null;
const isKept = (draft) => isDraft(draft) && Date.now() - draft.time < keptFor;

export function read(key) {
  const draft = parse(quietly(() => localStorage.getItem(prefix + key)));
  return isKept(draft) ? draft : undefined;
}

export const write = (key, version, fields) =>
  quietly(() => localStorage.setItem(prefix + key, JSON.stringify({ time: Date.now(), version, fields })));

export const remove = (key) => quietly(() => localStorage.removeItem(prefix + key));

export const removeOld = () =>
  quietly(() => {
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith(prefix))) {
      if (!isKept(parse(localStorage.getItem(key)))) localStorage.removeItem(key);
    }
  });
