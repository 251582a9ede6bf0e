import type { WireSeverity } from '../../server/src/protocol';

/** Drawn here, 16 by 16, in the colour of the text around them: the page loads no font. */
const paths = {
  error:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM5.9 5.2 8 7.3l2.1-2.1.7.7L8.7 8l2.1 2.1-.7.7L8 8.7l-2.1 2.1-.7-.7L7.3 8 5.2 5.9l.7-.7Z',
  warning: 'M8 1.6 15.2 14H.8L8 1.6Zm0 2L2.5 13h11L8 3.6Zm-.5 2.9h1v3.6h-1V6.5Zm0 4.5h1v1h-1v-1Z',
  information:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM7.5 7h1v4.5h-1V7Zm0-2.5h1v1.2h-1V4.5Z',
  accepted: 'M13.4 3.6 14 4.3 6.1 12.5 2 8.6l.7-.7 3.4 3.2 7.3-7.5Z',
  quote:
    'M3 4h4v4.2C7 10.4 5.8 12 3.6 12.5l-.3-1C4.8 11 5.4 10 5.5 8.6H3V4Zm6 0h4v4.2c0 2.2-1.2 3.8-3.4 4.3l-.3-1c1.5-.5 2.1-1.5 2.2-2.9H9V4Z',
  figure:
    'M6.3 2h1L6.8 5h3l.5-3h1l-.5 3H13v1h-2.3l-.6 4H12.500v1H9.900l-.5 3h-1l.5-3h-3l-.5 3h-1l.5-3H2.500v-1h2.600l.6-4H3.500V5h2.300l.5-3Zm.4 4-.6 4h3l.6-4h-3Z',
  source: 'M4 1.500h8V14.600L8 11.800 4 14.600V1.500Zm1 1v10.200l3-2.100 3 2.100V2.500H5Z',
} as const;

export type IconName = keyof typeof paths;

/** An icon; decoration for who sees, unless it has a label. */
export function Icon({ name, label, kind = '' }: { name: IconName; label?: string; kind?: string }) {
  const spoken = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg class={`icon ${kind}`} viewBox="0 0 16 16" width="16" height="16" {...spoken}>
      {label && <title>{label}</title>}
      <path fill="currentColor" fill-rule="evenodd" d={paths[name]} />
    </svg>
  );
}

/** How grave something is, by shape and by colour. */
export function SeverityIcon({ severity, label }: { severity: WireSeverity; label: string }) {
  return <Icon name={severity === 'hint' ? 'information' : severity} label={label} kind={`is-${severity}`} />;
}
