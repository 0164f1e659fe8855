/** Whether a reader may follow a web address: the rule „unsichere-adresse“, as `kompass check` has it. */

const LOCAL = [".localhost", ".local", ".internal", ".intern", ".lan", ".home.arpa", ".test", ".invalid"];
const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?";
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`, "u");
/** Browsers read a server as a number if its last part is one, whatever stands before: 127.1, 0x7f000001. */
const NUMBER = /^(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)$/;

/** Tell whether an address is a plain public http or https address. */
export function isPublicAddress(url) {
  if (/\s/u.test(url) || /[\\<>"{}|^`]/.test(url)) return false;
  const match = /^https?:\/\/([^/?#]*)/i.exec(url);
  return Boolean(match) && isPublicServer(match[1]);
}

function isPublicServer(server) {
  const match = /^([^:@]*)(?::(\d*))?$/.exec(server);
  if (!match || Number(match[2] ?? 0) > 65535) return false;
  const host = match[1].toLowerCase().normalize("NFKC").replace(/\.+$/, "");
  if (NUMBER.test(host) || host === "localhost" || LOCAL.some((ending) => host.endsWith(ending))) return false;
  return HOST.test(host);
}
