// How much memory a worker takes, asked of the browser's debugger: the heap of its program and the
// buffers after collecting what is unused, and the memory of its wasm, which is in neither.

// Keeps what is instantiated. Asking the debugger for every wasm memory in the heap
// (`Runtime.queryObjects`) is sometimes never answered.
const KEEP = `
  globalThis.instances = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      globalThis.instances.push(made.instance ?? made);
      return made;
    };
  }`;
const BYTES = `
  [...new Set(globalThis.instances.flatMap(({ exports }) => Object.values(exports)))]
    .filter((one) => one instanceof WebAssembly.Memory)
    .reduce((sum, { buffer }) => sum + buffer.byteLength, 0)`;
/** So long an answer of the debugger may take. */
const PATIENCE = 60_000;

/** Watches the one worker that `page` will start; the answer is asked for once it has worked. */
export async function watchMemory(page) {
  const session = await page.context().newCDPSession(page);
  const waiting = new Map();
  let worker;
  const ask = (method, params = {}) =>
    new Promise((done, failed) => {
      const id = waiting.size + 1;
      waiting.set(id, { done, failed });
      setTimeout(() => failed(new Error(`the browser does not answer ${method}`)), PATIENCE).unref();
      session.send("Target.sendMessageToTarget", { sessionId: worker, message: JSON.stringify({ id, method, params }) }).catch(failed);
    });
  session.on("Target.attachedToTarget", async ({ sessionId }) => {
    worker = sessionId;
    await ask("Runtime.evaluate", { expression: KEEP });
    await ask("Runtime.runIfWaitingForDebugger");
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    const { done, failed } = waiting.get(id) ?? {};
    if (error) failed?.(new Error(error.message));
    else done?.(result);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
  return async () => {
    await ask("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await ask("Runtime.getHeapUsage");
    const { result } = await ask("Runtime.evaluate", { expression: BYTES, returnByValue: true });
    return { heap: usedSize + backingStorageSize, wasm: (await page.evaluate(() => globalThis.measured.wasm)) || result.value };
  };
}
