import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { NotebookPage } from "./notebook-page";

export const root = path.resolve(__dirname, "../..");

/** Where the server shows a notebook: in JupyterLab, or alone on a page, which is Notebook 7. */
export type Door = "lab/tree" | "notebooks";

/** JupyterLab as `npm start` opens it, on scratch copies of notebooks or on a course, and a browser. */
export class Lab {
  private constructor(
    private readonly folder: string,
    private readonly server: ChildProcess,
    private readonly address: string,
    private readonly token: string,
    private readonly browser: Browser,
  ) {}

  /** @param more arguments for JupyterLab, after those of `npm start` */
  static async start(...more: string[]): Promise<Lab> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-lab-"));
    mkdirSync(path.join(folder, "notebooks"));
    const root = `--ServerApp.root_dir=${path.join(folder, "notebooks")}`;
    return Lab.serve(folder, [root, ...more]);
  }

  /** As a teacher opens a course: `npm start -- --teacher COURSE`. */
  static async onCourse(course: string): Promise<Lab> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-lab-"));
    return Lab.serve(folder, ["--teacher", course]);
  }

  private static async serve(folder: string, args: string[]): Promise<Lab> {
    const [token, port] = [randomUUID(), await freePort()];
    const server = spawn(
      process.execPath,
      [
        path.join(root, "scripts", "start.mjs"),
        "--no-browser",
        `--port=${port}`,
        "--ServerApp.port_retries=0",
        `--IdentityProvider.token=${token}`,
        `--LabApp.user_settings_dir=${path.join(folder, "settings")}`,
        `--LabApp.workspaces_dir=${path.join(folder, "workspaces")}`,
        "--LabApp.expose_app_in_browser=True",
        "--JupyterNotebookApp.expose_app_in_browser=True",
        ...args,
      ],
      {
        stdio: ["ignore", "pipe", "pipe"],
        // A test's progress is not the learner's who works in this folder.
        env: { ...process.env, SPELLGRAD_PROGRESS: path.join(folder, "progress.json") },
      },
    );
    const address = `http://127.0.0.1:${port}`;
    await answers(server, `${address}/api/status?token=${token}`);
    return new Lab(folder, server, address, token, await launchChromium());
  }

  /**
   * Opens a copy of a notebook of the project, such as `notebooks/01-logistic-regression.ipynb`, in
   * JupyterLab, or as View > Open in Notebook does.
   */
  open(notebook: string, door: Door = "lab/tree"): Promise<NotebookPage> {
    const name = path.basename(notebook);
    copyFileSync(path.join(root, notebook), path.join(this.folder, "notebooks", name));
    return this.show(name, door);
  }

  /** Opens a new notebook with these code cells. */
  openCells(name: string, ...sources: string[]): Promise<NotebookPage> {
    const cells = sources.map((source, i) => ({
      cell_type: "code",
      id: `cell-${i}`,
      execution_count: null,
      metadata: {},
      outputs: [],
      source,
    }));
    const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
    const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
    writeFileSync(path.join(this.folder, "notebooks", name), JSON.stringify(notebook));
    return this.show(name);
  }

  /** Opens JupyterLab, or a file in it. */
  home(file = ""): Promise<Page> {
    return this.page(`${this.address}/lab${file && `/tree/${file}`}?token=${this.token}&reset`);
  }

  /** Opens any address. */
  async page(address: string): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width: 1400, height: 1000 } });
    await page.goto(address);
    return page;
  }

  private async show(name: string, door: Door = "lab/tree"): Promise<NotebookPage> {
    const page = await this.browser.newPage({ viewport: { width: 1400, height: 1000 } });
    const notebook = new NotebookPage(page);
    await page.goto(`${this.address}/${door}/${name}?token=${this.token}&reset`);
    await notebook.ready();
    return notebook;
  }

  /** Ends the browser, the server and with it every kernel. */
  async stop(): Promise<void> {
    await this.browser.close();
    this.server.kill("SIGINT");
    if (this.server.exitCode === null) await once(this.server, "exit");
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  assert.ok(address !== null && typeof address === "object");
  probe.close();
  return address.port;
}

/** Waits until the server answers, or fails with what it said instead. */
async function answers(server: ChildProcess, url: string): Promise<void> {
  let said = "";
  server.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  server.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const patience = Date.now() + 180_000;
  while (Date.now() < patience && server.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(200);
  }
  server.kill();
  throw new Error(`JupyterLab did not answer; it said:\n${said}`);
}
