import { deskFileName, longestDeskFile } from '../desk/deskFile';
import { readDeskText } from '../disk/deskFileText';
import type { ReadDeskFile } from './deskFiles';
import { articleIdOf, filePathOf } from './uris';

/** Reads the file of a folder on this machine; there is none in a folder elsewhere. */
export const readDeskFileFromDisk: ReadDeskFile = async (folderUri) => {
  const path = filePathOf(articleIdOf(folderUri));
  return path === null ? null : readDeskText(path, deskFileName, longestDeskFile);
};
