import type { WireSeverity } from '../../../server/src/protocol';
import type { NodeIcon } from './node';

/** The icons of what is wrong, by how grave it is. */
export const severityIcons: Readonly<Record<WireSeverity, NodeIcon>> = {
  error: { id: 'error', color: 'list.errorForeground' },
  warning: { id: 'warning', color: 'list.warningForeground' },
  information: { id: 'info', color: 'problemsInfoIcon.foreground' },
  hint: { id: 'lightbulb' },
};

/** The icon of what somebody let stand. */
export const acceptedIcon: NodeIcon = { id: 'pass', color: 'testing.iconPassed' };
