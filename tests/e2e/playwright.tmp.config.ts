import base from "./playwright.config";
export default { ...base, workers: 2, reporter: [["line"]], outputDir: "/tmp/pw/results", timeout: 45000,
  projects: [{ name: "root", use: { baseURL: "http://127.0.0.1:4395/" } }],
  webServer: [{ command: "node plain_server.mjs 4395 / /tmp/gdist", cwd: import.meta.dirname, url: "http://127.0.0.1:4395/", stdout: "ignore", stderr: "pipe" }] };
