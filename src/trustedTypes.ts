/**
 * Under `require-trusted-types-for` the browser takes no plain string where code could hide, and asks this
 * policy first. It lets one thing through: the address of a worker built with this app. Loaded before main.
 * The interface is not in TypeScript's DOM library yet: https://www.w3.org/TR/trusted-types/
 */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
}

const builtFolder = import.meta.url.slice(0, import.meta.url.lastIndexOf('/') + 1);

/** Returns the address when it lies below `folder`; null makes the browser throw. */
export function allowWorkerBelow(folder: string, url: string): string | null {
  return new URL(url, folder).href.startsWith(folder) ? url : null;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', { createScriptURL: (url) => allowWorkerBelow(builtFolder, url) });
