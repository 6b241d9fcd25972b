import { root } from "./project.mjs";
import { say } from "./say.mjs";

/** A failure that the user can mend: its message is shown alone, without a stack. */
export class SetupError extends Error {}

/** What the tools say when they fail, and what to tell the user: the first match wins. */
const causes = [
  [
    /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded|not enough space on the disk/i,
    () => ({
      en: `The disk is full: set-up needs about 1 GB free for ${root}.`,
      ru: `Диск полон: для ${root} нужно около 1 ГБ свободного места.`,
    }),
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY)|CERTIFICATE_VERIFY_FAILED|invalid peer certificate/,
    () => ({
      en:
        "The registry's certificate is not trusted: behind a company's proxy, point " +
        "NODE_EXTRA_CA_CERTS (npm) and PIP_CERT (pip) to its certificate.",
      ru:
        "Сертификату реестра пакетов нет доверия: за прокси предприятия укажите его сертификат в " +
        "NODE_EXTRA_CA_CERTS (npm) и PIP_CERT (pip).",
    }),
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|NameResolutionError|Name or service not known|Temporary failure in name resolution|Network is unreachable|dns error|client error \(Connect\)|operation timed out/,
    (tool) => ({
      en: `The ${tool} registry cannot be reached: check the network and ${tool}'s proxy and registry settings.`,
      ru: `Реестр пакетов ${tool} недоступен: проверьте сеть и настройки ${tool}, прокси и реестр.`,
    }),
  ],
  [
    /E401|E403|401 Unauthorized|403 Forbidden|407 Proxy Authentication/,
    (tool) => ({
      en: `The ${tool} registry refused the request: check ${tool}'s login and registry settings.`,
      ru: `Реестр пакетов ${tool} отказал: проверьте настройки ${tool}, вход и реестр.`,
    }),
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system/,
    () => ({
      en: `No permission to write in ${root}: copy the project to a folder of your own.`,
      ru: `В ${root} нельзя писать: скопируйте проект в свою папку.`,
    }),
  ],
  [
    /ensurepip|No module named venv/,
    () => ({
      en: "This Python lacks its venv module (Debian, Ubuntu: apt install python3-venv).",
      ru: "У этого Python нет модуля venv (Debian, Ubuntu: apt install python3-venv).",
    }),
  ],
  [
    /EUSAGE[\s\S]*lock file/,
    () => ({
      en: "The files package.json and package-lock.json disagree: run `npm install` and commit the lock file.",
      ru: "Файлы package.json и package-lock.json расходятся: выполните `npm install` и сохраните в git второй.",
    }),
  ],
  [
    /No matching distribution found for (\S+)/,
    (_tool, [, what]) => ({
      en: `PyPI has no ${what} for this Python and system.`,
      ru: `В PyPI нет ${what} для этого Python и этой системы.`,
    }),
  ],
];

/** One sentence on why `tool` (npm, PyPI) failed, or undefined when its words are not known. */
export function explain(output, tool) {
  for (const [pattern, sentence] of causes) {
    const match = pattern.exec(output);
    if (match) return say(sentence(tool, match));
  }
}
