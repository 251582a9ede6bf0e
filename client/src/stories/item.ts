import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { StoryNode } from './node';

/** The command that a line of the tree runs when it is chosen. */
export const openCommand = 'secondSource.stories.open';

/** A node as VS Code shows it. */
export function itemOf(node: StoryNode): TreeItem {
  const hasChildren = node.children === null || node.children.length > 0;
  const state = !hasChildren
    ? TreeItemCollapsibleState.None
    : node.expanded
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(node.label, state);
  item.id = node.id;
  item.description = node.description;
  // A string is shown as it is: whatever an article holds, no Markdown is made of it.
  item.tooltip = node.tooltip;
  item.accessibilityInformation = { label: node.spoken };
  item.contextValue = [node.kind, ...node.traits].join(' ');
  if (node.icon)
    item.iconPath = new ThemeIcon(node.icon.id, node.icon.color ? new ThemeColor(node.icon.color) : undefined);
  // A line that opens others does that when it is chosen; a place is gone to.
  if (node.place) item.command = { command: openCommand, title: node.label, arguments: [node] };
  return item;
}
