/** The orchestration flowchart as a marketer would draw it in Mermaid. */
export const REFERENCE = `flowchart TD
  T([Trigger: spring launch]) --> S{Segmentation by intent}
  S -->|High intent| E[Personalised email]
  S -->|Medium intent| N[Nurture sequence]
  S -->|Low intent| R[Retargeting ads]
  E & N & R --> C{Engagement check}
  C -->|Opened / clicked| H[Sales hand-off]
  C -->|No response 48h| X[Channel escalation]
  C -->|Unsubscribed| U[Suppression list]
  X --> M[SMS / push]
  M --> C
  H --> O[CRM opportunity]
  O --> V[Revenue attribution]`;
