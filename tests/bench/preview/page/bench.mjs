// The page that measures: `measure(…)` is called from outside, once in each fresh page.
let longest = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
}).observe({ type: "longtask", buffered: true });

const tally = async (place) => (await fetch(`../tally/${place}`)).json();

/** Reads `url` with a peer: `what` is `first` (100 rows) or `whole`. Loading the peer and what it prepares is not timed. */
globalThis.measure = async ({ peer, format, what, url }) => {
  const { [format]: reader, prepare } = await import(`./peers/${peer}.mjs`);
  await prepare?.(format);
  const address = new URL(url, location.href).href;
  await tally("data");
  longest = 0;
  const began = performance.now();
  const { rows } = await reader[what](address);
  const millis = performance.now() - began;
  const { files, bytes } = await tally("data");
  // A task is told once it has ended.
  await new Promise((done) => setTimeout(done, 100));
  return { rows, millis, files, bytes, longest };
};
globalThis.ready = true;
