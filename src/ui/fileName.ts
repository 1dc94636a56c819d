/** A journey's name as a file's: what no system allows becomes a dash. */
export function fileName(name: string, ending: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 80);
  return `${bare || 'journey'}${ending}`;
}
