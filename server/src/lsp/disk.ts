import type { Logger } from '../core/logger';
import { leadsOutside, leavesItsFolder } from '../disk/containment';
import { createDiskWorkspace } from '../disk/diskWorkspace';
import { faultReasons } from '../disk/fault';
import { filePathOf, uriOfPath } from '../disk/filePaths';
import { isFolder } from '../disk/folders';
import { readArticle } from '../disk/readArticle';
import type { Readers } from '../readers/model';
import type { Disk } from './outside';
import { articleIdOf, readablePath } from './uris';

/** The disk of this machine, by `file:` URIs. Articles are read by the `readers` where they are at work. */
export function openDisk(logger: Logger, readers: Readers | null): Disk {
  return {
    reaches: (id) => filePathOf(id) !== null,
    open(folders, options) {
      return createDiskWorkspace(
        {
          ...options,
          folders: folders.flatMap(({ id, name }) => {
            const path = filePathOf(`${id}/`);
            return path === null ? [] : [name === undefined ? { path } : { path, name }];
          }),
          idOf: (path) => articleIdOf(uriOfPath(path)),
          pathOf: filePathOf,
          ...(readers && {
            readFile: (path, name, maxBytes, roots) => readers.read(path, name, maxBytes, roots),
          }),
        },
        logger,
      );
    },
    async isFolder(id) {
      const path = filePathOf(id);
      return path !== null && isFolder(path);
    },
    async readText(id, maxBytes) {
      const path = filePathOf(id);
      if (path === null) return null;
      if (await leavesItsFolder(path)) {
        logger.warn(`${readablePath(id)} was not read: ${leadsOutside}.`);
        return null;
      }
      const result = await readArticle(path, maxBytes);
      if (result.kind === 'text') return result.text;
      if (result.reason !== faultReasons.notFound) logger.warn(`${readablePath(id)} was not read: ${result.reason}.`);
      return null;
    },
  };
}
