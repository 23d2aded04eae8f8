// Starts the page. A file of its own, because the content security policy allows no inline script.
// The names of the two files stand on the script tag, where the build writes them.
// The address changes without loading; a relative <base> would change with it.
document.querySelector("base").href = document.baseURI;
const { js, wasm } = document.getElementById("start").dataset;
try {
  const { default: init } = await import(new URL(js, document.baseURI).href);
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  // Without the page nobody else can say so: show the reason in the shell, then report it.
  document.getElementById("shell-wait")?.setAttribute("hidden", "");
  document.getElementById("shell-failed")?.removeAttribute("hidden");
  document.getElementById("shell-reason")?.append(String(error));
  throw error;
}
