/** What the platforms are called in code and in the `origin` of journeys. Apart from `platforms.ts`, which knows all that they are made of. */
export type PlatformId =
  'dittofeed' | 'posthog' | 'klaviyo' | 'bpmn' | 'sfmc' | 'parcelvoy' | 'mautic' | 'mermaid';
