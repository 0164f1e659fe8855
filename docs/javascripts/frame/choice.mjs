/** The reader's choice between light and dark, as it is kept: device, light, dark. Pure functions. */

export const CHOICES = ["geraet", "hell", "dunkel"];
const FORMERLY = { "(prefers-color-scheme: light)": "hell", "(prefers-color-scheme: dark)": "dunkel" };

/** Return a kept choice; whatever else is kept counts as the device's own. */
export const chosen = (kept) => (CHOICES.includes(kept) ? kept : "geraet");

export const next = (choice) => CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];

export const isDark = (choice, deviceIsDark) => choice === "dunkel" || (choice === "geraet" && deviceIsDark);

/** Return the choice that an earlier edition of this site kept in a form of its own; null if it kept none. */
export function taken(former) {
  try {
    return FORMERLY[JSON.parse(former).color.media] ?? null;
  } catch {
    return null;
  }
}
