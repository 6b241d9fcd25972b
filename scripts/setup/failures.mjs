import { root } from "./project.mjs";

/** A failure that the user can mend: its message is shown alone, without a stack. */
export class SetupError extends Error {}

/** What the tools say when they fail, and what to tell the user: the first match wins. */
const causes = [
  [
    /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded|not enough space on the disk/i,
    () => `The disk is full: set-up needs about 1 GB free for ${root}.`,
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY)|CERTIFICATE_VERIFY_FAILED|invalid peer certificate/,
    () =>
      "The registry's certificate is not trusted: behind a company's proxy, point " +
      "NODE_EXTRA_CA_CERTS (npm) and PIP_CERT (pip) to its certificate.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|NameResolutionError|Name or service not known|Temporary failure in name resolution|Network is unreachable|dns error|client error \(Connect\)|operation timed out/,
    (tool) =>
      `The ${tool} registry cannot be reached: check the network and ${tool}'s proxy and registry settings.`,
  ],
  [
    /E401|E403|401 Unauthorized|403 Forbidden|407 Proxy Authentication/,
    (tool) =>
      `The ${tool} registry refused the request: check ${tool}'s login and registry settings.`,
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system/,
    () => `No permission to write in ${root}: copy the project to a folder of your own.`,
  ],
  [
    /ensurepip|No module named venv/,
    () => "This Python lacks its venv module (Debian, Ubuntu: apt install python3-venv).",
  ],
  [
    /EUSAGE[\s\S]*lock file/,
    () =>
      "The files package.json and package-lock.json disagree: run `npm install` and commit the lock file.",
  ],
  [
    /No matching distribution found for (\S+)/,
    (_tool, [, what]) => `PyPI has no ${what} for this Python and system.`,
  ],
];

/** One sentence on why `tool` (npm, PyPI) failed, or undefined when its words are not known. */
export function explain(output, tool) {
  for (const [pattern, sentence] of causes) {
    const match = pattern.exec(output);
    if (match) return sentence(tool, match);
  }
}
