import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const executablePath = process.env.CHROMIUM ?? places.find(existsSync);

/** Why browser tests cannot run here, or false: what node:test takes as `skip`. */
export const withoutChromium: string | false = executablePath
  ? false
  : "no Chromium on this machine: install it, or name it in the variable CHROMIUM";

/** A headless browser that speaks to nobody but the page under test. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
