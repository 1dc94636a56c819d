/** Characters of the GSM 03.38 basic set; those of its extension count twice. */
const BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const EXTENDED = /[\^{}\\[~\]|€]/g;

/** How many text messages a text is sent in: 160 characters (153 each when split), or 70 (67) outside the GSM alphabet. */
export function smsPartsOf(text: string): number {
  if (text.length === 0) return 0;
  const gsm = BASIC.test(text);
  const length = text.length + (gsm ? (text.match(EXTENDED)?.length ?? 0) : 0);
  const [single, split] = gsm ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / split);
}
