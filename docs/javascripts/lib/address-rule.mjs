/** Whether a reader may follow a web address: the rule „unsichere-adresse“, as `kompass check` has it. */

const LOCAL = [".localhost", ".local", ".internal", ".intern", ".lan", ".home.arpa", ".test", ".invalid"];
const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?";
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`, "u");
const PRIVATE_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["240.0.0.0", 4],
];
const PRIVATE_V6 = /^(?:::|::1|f[cd].*|fe[89ab].*|::ffff:.*|2001:db8:.*)$/i;

/** Tell whether an address is a plain public http or https address. */
export function isPublicAddress(url) {
  if (/\s/u.test(url) || /[\\<>"{}|^`]/.test(url)) return false;
  const match = /^https?:\/\/([^/?#]*)/i.exec(url);
  return Boolean(match) && isPublicServer(match[1]);
}

function isPublicServer(server) {
  const match = /^(\[[^\]]*\]|[^:@]*)(?::(\d*))?$/.exec(server);
  if (!match || Number(match[2] ?? 0) > 65535) return false;
  const host = match[1].toLowerCase().normalize("NFKC").replace(/\.+$/, "");
  if (host.startsWith("[")) return host.includes(":") && !PRIVATE_V6.test(host.slice(1, -1));
  if (host === "localhost" || LOCAL.some((ending) => host.endsWith(ending))) return false;
  const number = v4(host);
  if (number !== null) return !PRIVATE_V4.some(([start, bits]) => number >>> (32 - bits) === v4(start) >>> (32 - bits));
  return HOST.test(host) && !/^\d+$/.test(host.split(".").at(-1));
}

function v4(host) {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1);
  if (!parts || parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith("0")))) return null;
  return parts.reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0);
}
