// How much memory a worker takes, asked of the browser's debugger: the heap of its program and the
// buffers after collecting what is unused, and the memory of its wasm, which is in neither.

/** Watches the one worker that `page` will start; the answer is asked for once it has worked. */
export async function watchMemory(page) {
  const session = await page.context().newCDPSession(page);
  const waiting = new Map();
  let worker;
  session.on("Target.attachedToTarget", ({ sessionId }) => (worker = sessionId));
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    const { done, failed } = waiting.get(id) ?? {};
    if (error) failed?.(new Error(error.message));
    else done?.(result);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = (method, params = {}) =>
    new Promise((done, failed) => {
      const id = waiting.size + 1;
      waiting.set(id, { done, failed });
      session.send("Target.sendMessageToTarget", { sessionId: worker, message: JSON.stringify({ id, method, params }) }).catch(failed);
    });
  return async () => {
    await ask("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await ask("Runtime.getHeapUsage");
    const wasm = (await page.evaluate(() => globalThis.measured.wasm)) ?? (await wasmBytes(ask));
    return { heap: usedSize + backingStorageSize, wasm };
  };
}

/** Of a program that does not say it itself: every wasm memory in its heap. */
async function wasmBytes(ask) {
  const { result } = await ask("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await ask("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const functionDeclaration = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
  const sum = await ask("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration, returnByValue: true });
  return sum.result.value;
}
