/** What no system allows in the name of a file becomes a dash. */
export function fileNameOf(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 80);
  return `${bare || 'journey'}.klaviyo-flow.json`;
}
